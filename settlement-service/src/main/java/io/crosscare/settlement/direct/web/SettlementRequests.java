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
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What hospitals send to preview and settle. */
final class SettlementRequests {

    private static final int INVOICE_MAX = 64;
    private static final Text BATCH =
            Text.of("应为 1 至 16 个字母、数字、点、横线或下划线", "must have 1 to 16 letters, digits, dots, dashes or underscores");

    private SettlementRequests() {}

    /** What to preview. */
    record Previewing(@Nullable String batch, @Nullable LocalDate until, boolean usesPersonalAccount) {}

    /**
     * What is to be previewed.
     *
     * @param batch optional
     * @param interim optional, 中途结算 · mid_setl_flag: true for a stay that goes on, up to a day
     * @param until optional, 中途结算截止日 · with interim, the last day it covers, a day in China, not after today
     */
    record PreviewRequest(
            @Nullable String batch,
            @Nullable Boolean usePersonalAccount,
            @Nullable Boolean interim,
            @Nullable String until) {

        Previewing toPreviewing(LocalDate today) {
            FieldChecks checks = new FieldChecks();
            Checked<String> named = checks.optional("batch", batch, "batch", BATCH, VisitRequests::batchName);
            Checked<Boolean> account = checks.flag("usePersonalAccount", usePersonalAccount);
            Checked<LocalDate> last = untilIn(checks, interim, until, today);
            checks.throwIfInvalid();
            return new Previewing(named.orNull(), last.orNull(), account.value());
        }
    }

    /**
     * What is to be settled.
     *
     * @param batch optional
     * @param head optional, 预结算所依据的链头 · as the preview named it: if amounts have changed since, the answer is PREVIEW_STALE
     * @param invoiceNumber optional, 发票号 · at most 64 characters, taken as printed, capital and small letters apart; paid once per
     *     institution
     * @param interim optional, 中途结算 · mid_setl_flag: true for a stay that goes on, up to a day
     * @param until optional, 中途结算截止日 · with interim, the last day it covers, a day in China, not after today
     */
    record SettleRequest(
            @Nullable String batch,
            @Nullable Boolean usePersonalAccount,
            @Nullable HeadRequest head,
            @Nullable String invoiceNumber,
            @Nullable Boolean interim,
            @Nullable String until) {

        SettleBillCommand toCommand(InstitutionCode institution, VisitId visit, IdempotencyKey key, LocalDate today) {
            FieldChecks checks = new FieldChecks();
            Checked<String> named = checks.optional("batch", batch, "batch", BATCH, VisitRequests::batchName);
            Checked<Boolean> account = checks.flag("usePersonalAccount", usePersonalAccount);
            Checked<String> invoice = checks.optionalText("invoiceNumber", invoiceNumber, INVOICE_MAX);
            Checked<LocalDate> last = untilIn(checks, interim, until, today);
            HeadName previewed = head == null ? null : head.check(checks);
            checks.throwIfInvalid();
            return new SettleBillCommand(
                    institution,
                    visit,
                    key.value(),
                    named.orNull(),
                    last.orNull(),
                    account.value(),
                    previewed,
                    invoice.orNull());
        }
    }

    /** A settlement on the way says up to which day, and no other does. */
    private static Checked<LocalDate> untilIn(
            FieldChecks checks, @Nullable Boolean interim, @Nullable String until, LocalDate today) {
        boolean isInterim = Boolean.TRUE.equals(interim);
        if (!isInterim && until != null) {
            checks.reject("until", "with-interim", Text.of("只与中途结算一起给出", "is given with interim only"));
        }
        return isInterim
                ? VisitRequests.notAfter(checks, "until", until, today)
                : VisitRequests.optionalNotAfter(checks, "until", null, today);
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
