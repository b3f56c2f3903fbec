package io.crosscare.settlement.audit.model;

import io.crosscare.settlement.benefit.model.Wording;

/**
 * One record that breaks an invariant.
 *
 * @param record its name in the store: an entry's id, a visit's, a hash; never a caller's key
 */
public record Violation(Invariant invariant, String record, Wording detail) {

    public static Violation of(Invariant invariant, String record, String zh, String en) {
        return new Violation(invariant, record, new Wording(zh, en));
    }
}
