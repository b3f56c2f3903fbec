package io.crosscare.settlement.eligibility.model;

import io.crosscare.settlement.benefit.model.BilledItem;
import io.crosscare.settlement.benefit.model.Wording;
import io.crosscare.settlement.chain.model.EntryId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A refusal: an expected answer, not a fault.
 *
 * @param message one sentence for the cashier's screen
 * @param decidedOn the day that decided: of care, or of admission
 * @param settlement the live settlement that stands in the way; null for every other reason
 * @param dayRule why that day decided; null where filings did not
 * @param line the fee line to look at; null where it is none in particular
 */
public record Refusal(
        RefusalReason reason,
        Wording message,
        LocalDate decidedOn,
        @Nullable EntryId settlement,
        @Nullable DatedRule<FilingDay> dayRule,
        @Nullable BilledItem line) {

    /** One that no fee line in particular is to blame for. */
    public Refusal(
            RefusalReason reason,
            Wording message,
            LocalDate decidedOn,
            @Nullable EntryId settlement,
            @Nullable DatedRule<FilingDay> dayRule) {
        this(reason, message, decidedOn, settlement, dayRule, null);
    }

    public static Refusal of(RefusalReason reason, LocalDate decidedOn) {
        return new Refusal(reason, reason.message(), decidedOn, null, null);
    }

    public static Refusal of(RefusalReason reason, Wording message, LocalDate decidedOn) {
        return new Refusal(reason, message, decidedOn, null, null);
    }

    public static Refusal alreadySettled(EntryId settlement, LocalDate decidedOn) {
        return inTheWay(RefusalReason.ALREADY_SETTLED, settlement, decidedOn);
    }

    /** The invoice has paid for another bill. */
    public static Refusal invoiceAlreadyPaid(EntryId settlement, LocalDate decidedOn) {
        return inTheWay(RefusalReason.INVOICE_ALREADY_PAID, settlement, decidedOn);
    }

    private static Refusal inTheWay(RefusalReason reason, EntryId settlement, LocalDate decidedOn) {
        return new Refusal(reason, reason.message(), decidedOn, settlement, null);
    }
}
