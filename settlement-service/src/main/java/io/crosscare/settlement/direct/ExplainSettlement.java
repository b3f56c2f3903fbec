package io.crosscare.settlement.direct;

import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.direct.RecomputeSettlement.Recomputed;
import io.crosscare.settlement.direct.model.Recomputation;
import reactor.core.publisher.Mono;

/**
 * Explains a stored settlement by computing it again. The result must be what is stored, to the fen; a difference is a fault
 * and never papered over.
 */
public final class ExplainSettlement {

    private final RecomputeSettlement recomputing;

    public ExplainSettlement(RecomputeSettlement recomputing) {
        this.recomputing = recomputing;
    }

    public Mono<ExplainedBill> explain(Settlement settlement) {
        return recomputing.recomputed(settlement).map(recomputed -> explained(settlement, recomputed));
    }

    private static ExplainedBill explained(Settlement settlement, Recomputed recomputed) {
        if (recomputed.ready() != null && recomputed.recomputation() instanceof Recomputation.Same(var split)) {
            return ExplainedBill.of(recomputed.ready(), split);
        }
        throw new IllegalStateException("settlement " + settlement.id() + " is not what its bill comes to");
    }
}
