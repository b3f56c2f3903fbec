package io.crosscare.settlement.chain;

import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryKind;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.Undo;

/** Whether a settlement still stands. Told beside its statement, which never changes. */
public enum SettlementState {
    /** Nothing has undone it. */
    LIVE,
    /** A part was given back: an adjustment stands in its place. */
    ADJUSTED,
    CANCELLED,
    REVERSED;

    /** What an undo makes of its original. */
    public static SettlementState after(Undo undo) {
        return undo.kind() == EntryKind.CANCELLATION ? CANCELLED : REVERSED;
    }

    /** What is left of a settlement whose last successor is this, see {@link Chain#lastOf}. */
    public static SettlementState of(Settlement settlement, Entry last) {
        if (last instanceof Undo undo) {
            return after(undo);
        }
        return last.id().equals(settlement.id()) ? LIVE : ADJUSTED;
    }
}
