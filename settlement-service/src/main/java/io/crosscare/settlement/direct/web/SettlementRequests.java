package io.crosscare.settlement.direct.web;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.problem.Checked;
import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.problem.Text;
import io.crosscare.settlement.chain.model.ContentHash;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.Head.HeadName;
import io.crosscare.settlement.chain.model.VisitId;
import io.crosscare.settlement.direct.SettleBillCommand;
import org.jspecify.annotations.Nullable;

/** What hospitals send to preview and settle. */
final class SettlementRequests {

    private static final int INVOICE_MAX = 64;
    private static final Text BATCH =
            Text.of("应为 1 至 16 个字母、数字、点、横线或下划线", "must have 1 to 16 letters, digits, dots, dashes or underscores");

    private SettlementRequests() {}

    /** What to preview. */
    record Previewing(@Nullable String batch, boolean usesPersonalAccount) {}

    /**
     * What is to be previewed.
     *
     * @param batch optional
     */
    record PreviewRequest(@Nullable String batch, @Nullable Boolean usePersonalAccount) {

        Previewing toPreviewing() {
            FieldChecks checks = new FieldChecks();
            Checked<String> named = checks.optional("batch", batch, "batch", BATCH, VisitRequests::batchName);
            Checked<Boolean> account = checks.flag("usePersonalAccount", usePersonalAccount);
            checks.throwIfInvalid();
            return new Previewing(named.orNull(), account.value());
        }
    }

    /**
     * What is to be settled.
     *
     * @param batch optional
     * @param head optional, 预结算所依据的链头 · as the preview named it: if amounts have changed since, the answer is PREVIEW_STALE
     * @param invoiceNumber optional, 发票号 · at most 64 characters
     */
    record SettleRequest(
            @Nullable String batch,
            @Nullable Boolean usePersonalAccount,
            @Nullable HeadRequest head,
            @Nullable String invoiceNumber) {

        SettleBillCommand toCommand(InstitutionCode institution, VisitId visit, IdempotencyKey key) {
            FieldChecks checks = new FieldChecks();
            Checked<String> named = checks.optional("batch", batch, "batch", BATCH, VisitRequests::batchName);
            Checked<Boolean> account = checks.flag("usePersonalAccount", usePersonalAccount);
            Checked<String> invoice = checks.optionalText("invoiceNumber", invoiceNumber, INVOICE_MAX);
            HeadName previewed = head == null ? null : head.check(checks);
            checks.throwIfInvalid();
            return new SettleBillCommand(
                    institution, visit, key.value(), named.orNull(), account.value(), previewed, invoice.orNull());
        }
    }

    /**
     * The head a preview named.
     *
     * @param seq 链上序号 · place of the latest entry; 0 for an empty chain
     */
    record HeadRequest(@Nullable Long seq, @Nullable String hash) {

        @Nullable
        HeadName check(FieldChecks checks) {
            Checked<Long> place = checks.number("head.seq", seq, 0, EntryId.SEQ_MAX);
            Checked<ContentHash> named = checks.required(
                    "head.hash",
                    hash,
                    "hash",
                    Text.of("应为 64 位十六进制数", "must have 64 lower-case hexadecimal digits"),
                    ContentHash::new);
            return checks.isValid() ? new HeadName(place.value(), named.value()) : null;
        }
    }
}
