package io.crosscare.settlement.benefit.model;

/**
 * Why a bill cannot be split: an expected answer, not a fault. Nothing is guessed in its place.
 *
 * @param detail what is missing or wrong; holds no personal data
 */
public record SplitRefusal(Reason reason, Wording detail) implements SplitOutcome, AmountsOutcome, TermsOutcome {

    /** In order of precedence; the names are those of the settlement's refusals. */
    public enum Reason {
        /** The policy has no benefit for this service type. */
        SERVICE_NOT_COVERED,
        /** The policy covers the service, but a figure it takes is not known. */
        POLICY_MISSING,
        /** Return lines outweigh what they give back. */
        BILL_INCONSISTENT
    }

    static SplitRefusal of(Reason reason, String zh, String en) {
        return new SplitRefusal(reason, new Wording(zh, en));
    }
}
