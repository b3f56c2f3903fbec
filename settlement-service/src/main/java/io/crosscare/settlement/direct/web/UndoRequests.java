package io.crosscare.settlement.direct.web;

import io.crosscare.chassis.crypto.Masking;
import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.problem.Checked;
import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.problem.Text;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.EntryKind;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.direct.FindOutcome.Found;
import io.crosscare.settlement.direct.ReverseByKey;
import io.crosscare.settlement.direct.model.Outcome;
import io.crosscare.settlement.eligibility.RefusalStatement;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What hospitals send to take settlements back and to find out what became of a request, and what they are told of it. */
final class UndoRequests {

    private static final int REASON_MAX = 200;
    private static final Text KEY = Text.of("应为 1 至 128 个可见 ASCII 字符", "must have 1 to 128 visible ASCII characters");

    private UndoRequests() {}

    /**
     * Why a settlement is cancelled.
     *
     * @param reason 撤销原因 · at most 200 characters; numbers of persons pasted into it are cut out
     */
    record CancelRequest(@Nullable String reason) {

        /** What is asked for; numbers of persons pasted into it are cut out here. */
        String toReason() {
            FieldChecks checks = new FieldChecks();
            Checked<String> given = checks.text("reason", reason, REASON_MAX);
            checks.throwIfInvalid();
            return Masking.pastedText(given.value());
        }
    }

    /** What can be reversed by key. An undo stands: what is to be settled after it is settled anew. */
    enum Reversible {
        SETTLEMENT
    }

    /**
     * The request whose outcome is unknown.
     *
     * @param kind 请求种类 · {@link Reversible}
     * @param key 请求号 · the Idempotency-Key of that request
     */
    record ReverseRequest(
            @Nullable String personId,
            @Nullable String institution,
            @Nullable String kind,
            @Nullable String key) {

        ReverseByKey.Command toCommand(IdempotencyKey callerKey, String by) {
            FieldChecks checks = new FieldChecks();
            Checked<PersonId> person = checks.personId("personId", personId);
            Checked<InstitutionCode> whose = checks.institution("institution", institution);
            checks.oneOf("kind", kind, Reversible.class);
            Checked<IdempotencyKey> reversed = keyIn(checks, key);
            checks.throwIfInvalid();
            return new ReverseByKey.Command(person.value(), whose.value(), reversed.value(), callerKey, by);
        }
    }

    /** The kinds of request that have an outcome. */
    enum Asked {
        SETTLEMENT(EntryKind.SETTLEMENT),
        ADJUSTMENT(EntryKind.ADJUSTMENT),
        CANCELLATION(EntryKind.CANCELLATION),
        REVERSAL(EntryKind.REVERSAL);

        private final EntryKind kind;

        Asked(EntryKind kind) {
            this.kind = kind;
        }
    }

    record OutcomeQuestion(PersonId person, InstitutionCode institution, Asked kind, Key key) {

        static OutcomeQuestion of(
                @Nullable String personId, @Nullable String institution, @Nullable String kind, @Nullable String key) {
            FieldChecks checks = new FieldChecks();
            Checked<PersonId> person = checks.personId("personId", personId);
            Checked<InstitutionCode> whose = checks.institution("institution", institution);
            Checked<Asked> asked = checks.oneOf("kind", kind, Asked.class);
            Checked<IdempotencyKey> callerKey = keyIn(checks, key);
            checks.throwIfInvalid();
            return new OutcomeQuestion(
                    person.value(),
                    whose.value(),
                    asked.value(),
                    Key.of(
                            whose.value().value(),
                            asked.value().kind,
                            callerKey.value().value()));
        }
    }

    /**
     * What became of a request.
     *
     * @param state 结果 · what became of it
     * @param isFinal 是否最终 · whether it stays unless somebody decides otherwise
     * @param settlementId 结算标识 · the settlement in question, also when it is undone
     * @param entryId 链上记录 · the entry that decides; absent where the chain has none
     * @param recordedAt 记录时间 · when the entry was stored, UTC
     * @param refusal 拒付 · the last refusal; absent for every other outcome
     */
    record OutcomeResponse(
            Outcome state,
            boolean isFinal,
            @Nullable String settlementId,
            @Nullable String entryId,
            @Nullable Instant recordedAt,
            @Nullable RefusalStatement refusal) {

        static OutcomeResponse of(Found found) {
            Entry entry = found.entry();
            EntryId settlement = found.settlement();
            return new OutcomeResponse(
                    found.outcome(),
                    found.outcome().isFinal(),
                    settlement == null ? null : settlement.value(),
                    entry == null ? null : entry.id().value(),
                    entry == null ? null : entry.link().recordedAt(),
                    found.refusal());
        }
    }

    private static Checked<IdempotencyKey> keyIn(FieldChecks checks, @Nullable String key) {
        return checks.required("key", key, "idempotency-key", KEY, IdempotencyKey::new);
    }
}
