package io.crosscare.settlement.audit.model;

import io.crosscare.settlement.benefit.model.Wording;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an audit says of one invariant.
 *
 * @param listed the first violations, not all
 * @param unchecked why it could not be checked in full; null where it was
 */
public record InvariantResult(
        Invariant invariant,
        long checked,
        long violated,
        List<Violation> listed,
        @Nullable Wording unchecked) {

    public InvariantResult {
        listed = List.copyOf(listed);
    }

    /** What may be said. */
    public enum State {
        HELD,
        VIOLATED,
        /** No violation was found, and not everything could be looked at. */
        UNCHECKED
    }

    public State state() {
        if (violated > 0) {
            return State.VIOLATED;
        }
        return unchecked == null ? State.HELD : State.UNCHECKED;
    }
}
