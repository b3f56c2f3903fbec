package io.crosscare.settlement.direct;

import io.crosscare.settlement.benefit.model.CostSplit;
import io.crosscare.settlement.catalogue.Catalogues;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.direct.PreparedBill.Ready;
import io.crosscare.settlement.policy.PolicyPacks;
import reactor.core.publisher.Mono;

/**
 * Explains a stored settlement by computing it again from what it was computed from. The result must be what is stored, to the
 * fen; a difference is a fault that is counted and never papered over (design.md I10).
 */
public final class ExplainSettlement {

    private final Bills bills;
    private final PolicyPacks policies;
    private final Catalogues catalogues;
    private final SettlementMeters meters;

    public ExplainSettlement(Bills bills, PolicyPacks policies, Catalogues catalogues, SettlementMeters meters) {
        this.bills = bills;
        this.policies = policies;
        this.catalogues = catalogues;
        this.meters = meters;
    }

    public Mono<ExplainedBill> explain(Settlement settlement) {
        return bills.byHash(settlement.basis().billHash())
                .flatMap(frozen -> Mono.zip(
                        policies.byHash(frozen.policyHash()),
                        catalogues.byHash(frozen.catalogueHash()),
                        (policy, catalogue) -> new Ready(frozen, policy, catalogue)))
                .map(ready -> again(ready, settlement))
                .switchIfEmpty(Mono.error(() -> notReproduced(settlement)));
    }

    private ExplainedBill again(Ready ready, Settlement settlement) {
        if (ready.splitOn(settlement.link().before()) instanceof CostSplit split
                && split.amounts().equals(settlement.amounts())
                && split.delta().equals(settlement.link().delta())) {
            return ExplainedBill.of(ready, split);
        }
        throw notReproduced(settlement);
    }

    private IllegalStateException notReproduced(Settlement settlement) {
        meters.notReproduced();
        return new IllegalStateException("settlement " + settlement.id() + " is not what its bill comes to");
    }
}
