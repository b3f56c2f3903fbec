package io.crosscare.settlement.direct.model;

import io.crosscare.settlement.chain.model.AccountCredit;
import io.crosscare.settlement.chain.model.Closing;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryKind;
import io.crosscare.settlement.chain.model.External;
import io.crosscare.settlement.chain.model.Opening;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.Undo;
import io.crosscare.settlement.chain.model.VoidedKey;

/** What became of a request. */
public enum Outcome {
    SETTLED,
    /** A part was given back: an adjustment stands in its place. */
    ADJUSTED,
    CANCELLED,
    REVERSED,
    /** Reversed before it arrived: it never settles. */
    VOID,
    IN_PROGRESS,
    /** Refused by a rule; the same key settles when the cause is gone. */
    REFUSED,
    /** Nothing is known of it, and it may still arrive. A reversal makes it certain. */
    NEVER_SEEN;

    /** The outcome that an entry of the chain is. */
    public static Outcome of(Entry entry) {
        return switch (entry) {
            case Settlement settlement -> settlement.replaced() == null ? SETTLED : ADJUSTED;
            case Undo undo -> undo.kind() == EntryKind.CANCELLATION ? CANCELLED : REVERSED;
            case VoidedKey _ -> VOID;
            case Opening _, AccountCredit _, External _, Closing _ ->
                throw new IllegalArgumentException("no request of a hospital");
        };
    }

    /** Whether it stays unless somebody decides otherwise: it is in the chain. The others may change by themselves. */
    public boolean isFinal() {
        return switch (this) {
            case SETTLED, ADJUSTED, CANCELLED, REVERSED, VOID -> true;
            case IN_PROGRESS, REFUSED, NEVER_SEEN -> false;
        };
    }
}
