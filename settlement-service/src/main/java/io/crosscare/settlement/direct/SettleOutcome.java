package io.crosscare.settlement.direct;

import io.crosscare.settlement.chain.SettlementState;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.eligibility.RefusalStatement;

/** What became of a request to settle. Each states only what is durable. */
public sealed interface SettleOutcome {

    /** Settled by this request. */
    record Settled(Settlement settlement) implements SettleOutcome {}

    /** The same request was settled before; this is its settlement, and whether it still stands. */
    record Replayed(Settlement settlement, SettlementState state) implements SettleOutcome {}

    /** Refused by a rule; the same key may be used again when the cause is gone. */
    record Refused(RefusalStatement refusal) implements SettleOutcome {}
}
