package io.crosscare.correction.desk.model;

import java.util.List;

/**
 * Why a person was turned away, as far as it is known, and what shows it. Never a guess: what no rule names is said to be
 * {@link Cause#NOT_RECOGNISED}.
 *
 * @param rule that said so
 * @param evidence records of their owners that show it, beside the refusal itself
 */
public record Diagnosis(CauseCard card, Confidence confidence, String rule, List<Fact> evidence) {

    public Diagnosis {
        evidence = List.copyOf(evidence);
    }

    public Cause cause() {
        return card.cause();
    }

    /** How it is known. */
    public enum Confidence {
        /** 证实 · a record of its owner shows it. */
        PROVEN,
        /** 据拒付 · the refusal says so; no owner's record has been seen for it. */
        STATED,
        /** 未明 · nothing says what it is. */
        UNKNOWN
    }
}
