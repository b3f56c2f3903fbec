package io.crosscare.settlement.benefit.model;

import org.jspecify.annotations.Nullable;

/**
 * Why a bill cannot be split: an expected answer, not a fault. Nothing is guessed in its place.
 *
 * @param detail what is missing or wrong; holds no personal data
 * @param line the line to look at; null where it is none in particular
 */
public record SplitRefusal(
        Reason reason, Wording detail, @Nullable BilledItem line)
        implements SplitOutcome, AmountsOutcome, TermsOutcome {

    /** In order of precedence; the names are those of the settlement's refusals. */
    public enum Reason {
        /** The policy has no benefit for this service type. */
        SERVICE_NOT_COVERED,
        /** The policy covers the service, but a figure it takes is not known. */
        POLICY_MISSING,
        /** Return lines outweigh what they give back. */
        BILL_INCONSISTENT
    }

    /** A cashier's line is short; the refusal has the whole code beside it. */
    private static final int CODE_SHOWN = 30;

    static SplitRefusal of(Reason reason, String zh, String en) {
        return new SplitRefusal(reason, new Wording(zh, en), null);
    }

    /** That a line gives back more than the bill charges of its kind. */
    static SplitRefusal returnsTooMuch(FeeLine line) {
        int place = line.lineNumber();
        String code = line.itemCode();
        String item = code.length() <= CODE_SHOWN ? code : code.substring(0, CODE_SHOWN - 1) + "…";
        return new SplitRefusal(
                Reason.BILL_INCONSISTENT,
                new Wording(
                        "第 " + place + " 行 " + item + "：退费超过同类费用",
                        "line " + place + ", " + item + ", gives back more than was charged of its kind"),
                BilledItem.of(line));
    }
}
