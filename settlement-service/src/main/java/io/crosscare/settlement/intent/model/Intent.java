package io.crosscare.settlement.intent.model;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.Counters;
import io.crosscare.settlement.chain.model.AccountCredit;
import io.crosscare.settlement.chain.model.CanonicalForm;
import io.crosscare.settlement.chain.model.Closing;
import io.crosscare.settlement.chain.model.ContentHash;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.EntryKind;
import io.crosscare.settlement.chain.model.External;
import io.crosscare.settlement.chain.model.External.CorePayment;
import io.crosscare.settlement.chain.model.Head;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.Opening;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.Undo;
import io.crosscare.settlement.chain.model.VoidedKey;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That somebody wants an entry written, stored before the entry is: the marker by which it is written after all when a process
 * stops, and by which its event is published. Person and key name it, so the key is used up by the intent. Keeps who asked and
 * why, which the chain does not.
 *
 * @param by the caller's account
 * @param reason in the caller's words; empty where none is asked for
 * @param traceparent trace context of the request; null where it had none
 */
public record Intent(
        PersonId person,
        RegionCode insuredRegion,
        Key key,
        Content content,
        String reason,
        String by,
        Instant at,
        @Nullable String traceparent) {

    /** What is to be written. */
    public sealed interface Content {

        EntryKind kind();

        /** Counters the year already holds. */
        record OpeningContent(Counters counters) implements Content {
            @Override
            public EntryKind kind() {
                return EntryKind.OPENING;
            }
        }

        /** Money for the personal account. */
        record CreditContent(Money amount) implements Content {
            @Override
            public EntryKind kind() {
                return EntryKind.ACCOUNT_CREDIT;
            }
        }

        /**
         * What the insured region's core system paid.
         *
         * @param moves counters and by how much, itself not counted
         */
        record ExternalContent(CorePayment payment, Counters moves) implements Content {
            @Override
            public EntryKind kind() {
                return EntryKind.EXTERNAL;
            }
        }

        /**
         * The person has moved to another pool.
         *
         * @param movedTo the region that insures the person from then on
         * @param closedOn last day of insurance here
         */
        record ClosingContent(RegionCode movedTo, LocalDate closedOn) implements Content {
            @Override
            public EntryKind kind() {
                return EntryKind.CLOSING;
            }
        }

        /** The settlement that is taken back. */
        record CancellationContent(EntryId original) implements Content {
            @Override
            public EntryKind kind() {
                return EntryKind.CANCELLATION;
            }
        }

        /**
         * A part of a bill is given back.
         *
         * @param billHash of the rest, frozen and stored
         */
        record AdjustmentContent(EntryId original, String billHash) implements Content {
            @Override
            public EntryKind kind() {
                return EntryKind.ADJUSTMENT;
            }
        }

        /** The key of a settlement whose outcome its institution never learnt. */
        record ReversalContent(Key reversed, InstitutionCode institution) implements Content {
            @Override
            public EntryKind kind() {
                return EntryKind.REVERSAL;
            }
        }
    }

    /** Everything that was asked for, but not under which key. */
    public ContentHash requestHash() {
        return hashOf(content, reason);
    }

    private static ContentHash hashOf(Content content, String reason) {
        CanonicalForm form = new CanonicalForm("i1").text(content.kind().name());
        switch (content) {
            case Content.OpeningContent opening ->
                form.numbers(opening.counters().values());
            case Content.CreditContent credit -> form.money(credit.amount());
            case Content.ExternalContent(CorePayment payment, Counters moves) ->
                form.text(payment.coreNumber())
                        .number(payment.sequence())
                        .text(payment.manner().name())
                        .day(payment.occurredOn())
                        .text(payment.serviceType().name())
                        .numbers(moves.values());
            case Content.ClosingContent(RegionCode movedTo, LocalDate closedOn) ->
                form.text(movedTo.value()).day(closedOn);
            case Content.CancellationContent cancellation ->
                form.text(cancellation.original().value());
            case Content.AdjustmentContent adjustment ->
                form.text(adjustment.original().value()).text(adjustment.billHash());
            case Content.ReversalContent reversal ->
                form.text(reversal.reversed().value());
        }
        return form.text(reason).hash();
    }

    /** The hash of the request that a payment of a core system answers: no reason is asked for. */
    public static ContentHash requestHashOf(External external) {
        Counters moves =
                external.link().delta().plus(External.deltaOf(Counters.NONE).negate());
        return hashOf(new Content.ExternalContent(external.payment(), moves), "");
    }

    /**
     * The key of the entry: the caller's own, or the core system's of what that has paid. Not that of an undo or an adjustment,
     * which follows from what it takes back.
     */
    public Key entryKey() {
        return content instanceof Content.ExternalContent external
                ? Key.ofCore(insuredRegion, external.payment().coreNumber())
                : key;
    }

    /**
     * The entry, if it is written now. That of an adjustment has to be computed, see {@code SplitRest}.
     *
     * @param target the settlement to be taken back, where the chain has it; of an opening or a credit always null
     */
    public Entry entryOn(Head head, Instant now, @Nullable Settlement target) {
        return switch (content) {
            case Content.OpeningContent opening ->
                new Opening(
                        head.next(now, Opening.deltaOn(head.counters(), opening.counters())),
                        key,
                        requestHash(),
                        insuredRegion);
            case Content.CreditContent credit ->
                new AccountCredit(
                        head.next(now, AccountCredit.deltaOf(credit.amount())),
                        key,
                        requestHash(),
                        insuredRegion,
                        credit.amount());
            case Content.ExternalContent external ->
                new External(
                        head.next(now, External.deltaOf(external.moves())),
                        entryKey(),
                        requestHash(),
                        insuredRegion,
                        external.payment(),
                        key);
            case Content.ClosingContent closing ->
                new Closing(
                        head.next(now, Closing.deltaOn(head.counters())),
                        key,
                        requestHash(),
                        insuredRegion,
                        closing.movedTo(),
                        closing.closedOn());
            case Content.CancellationContent cancellation -> {
                if (target == null) {
                    throw new IllegalStateException(cancellation.original() + " is no settlement of the chain");
                }
                yield Undo.on(head, now, target, content.kind(), requestHash(), key);
            }
            case Content.AdjustmentContent adjustment ->
                throw new IllegalStateException("the rest of " + adjustment.original() + " is to be split first");
            case Content.ReversalContent reversal ->
                target == null
                        ? new VoidedKey(
                                head.next(now, Counters.NONE),
                                reversal.reversed(),
                                requestHash(),
                                insuredRegion,
                                reversal.institution(),
                                key)
                        : Undo.on(head, now, target, content.kind(), requestHash(), key);
        };
    }

    /**
     * Whether an entry that has this intent's place or key ends it: it is what was wanted, whoever wrote it, or it took the
     * settlement away that was to be taken back.
     */
    public boolean isFulfilledBy(Entry present) {
        return switch (content) {
            case Content.OpeningContent _, Content.CreditContent _, Content.ClosingContent _ ->
                present.requestHash().equals(requestHash());
            case Content.ExternalContent _ -> present instanceof External;
            case Content.CancellationContent _, Content.AdjustmentContent _ ->
                present instanceof Undo || isAdjustment(present);
            case Content.ReversalContent _ ->
                present instanceof Undo || present instanceof VoidedKey || isAdjustment(present);
        };
    }

    /** Whether it moves no counter below zero. Only what a core system paid can. */
    public boolean isPossibleOn(Head head) {
        return !(content instanceof Content.ExternalContent external)
                || head.counters().plus(external.moves()).values().values().stream()
                        .noneMatch(value -> value < 0);
    }

    /** Whether a closed chain does not take it: of a person who has moved, only what was settled before is still mended. */
    public boolean isStoppedBy(Head head) {
        return Closing.isClosed(head.counters())
                && switch (content) {
                    case Content.CreditContent _, Content.ExternalContent _, Content.ClosingContent _ -> true;
                    case Content.OpeningContent _,
                            Content.CancellationContent _,
                            Content.AdjustmentContent _,
                            Content.ReversalContent _ -> false;
                };
    }

    private static boolean isAdjustment(Entry present) {
        return present instanceof Settlement settlement && settlement.replaced() != null;
    }
}
