package io.crosscare.settlement.chain;

import io.crosscare.settlement.chain.model.EntryKind;
import io.crosscare.settlement.chain.model.Undo;

/** Whether a settlement still stands. Told beside its statement, which never changes. */
public enum SettlementState {
    /** Nothing has undone it. */
    LIVE,
    CANCELLED,
    REVERSED;

    /** What an undo makes of its original. */
    public static SettlementState after(Undo undo) {
        return undo.kind() == EntryKind.CANCELLATION ? CANCELLED : REVERSED;
    }
}
