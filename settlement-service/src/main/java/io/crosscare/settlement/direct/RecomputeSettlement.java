package io.crosscare.settlement.direct;

import io.crosscare.settlement.benefit.model.Wording;
import io.crosscare.settlement.catalogue.Catalogues;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.direct.PreparedBill.Ready;
import io.crosscare.settlement.direct.model.FrozenBill;
import io.crosscare.settlement.direct.model.Recomputation;
import io.crosscare.settlement.policy.PolicyPacks;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Computes a stored settlement again from what it was computed from. A difference is a fault of ours: it is counted, whoever
 * asked, and changes nothing.
 */
public final class RecomputeSettlement {

    private static final Wording LACKING =
            new Wording("所依账单、政策或目录不存在", "its bill, policy or catalogue is not in the store");

    private final Bills bills;
    private final PolicyPacks policies;
    private final Catalogues catalogues;
    private final SettlementMeters meters;

    public RecomputeSettlement(Bills bills, PolicyPacks policies, Catalogues catalogues, SettlementMeters meters) {
        this.bills = bills;
        this.policies = policies;
        this.catalogues = catalogues;
        this.meters = meters;
    }

    /**
     * What came of it.
     *
     * @param ready what it was computed from; null where something of it is not there
     */
    record Recomputed(@Nullable Ready ready, Recomputation recomputation) {}

    /** Computes it again. */
    public Mono<Recomputation> recompute(Settlement settlement) {
        return recomputed(settlement).map(Recomputed::recomputation);
    }

    Mono<Recomputed> recomputed(Settlement settlement) {
        return ready(settlement.basis().billHash())
                .map(ready -> again(settlement, ready))
                .defaultIfEmpty(new Recomputed(null, new Recomputation.Different(LACKING, null)))
                .doOnNext(this::count);
    }

    /** A bill with what it was priced with; empty where something of it is not there. */
    Mono<Ready> ready(String billHash) {
        return bills.byHash(billHash).flatMap(this::priced);
    }

    private Mono<Ready> priced(FrozenBill bill) {
        return Mono.zip(
                policies.byHash(bill.policyHash()),
                catalogues.byHash(bill.catalogueHash()),
                (policy, catalogue) -> new Ready(bill, policy, catalogue));
    }

    private static Recomputed again(Settlement settlement, Ready ready) {
        return new Recomputed(
                ready,
                Recomputation.of(
                        settlement,
                        ready.frozen(),
                        ready.policy().pack(),
                        ready.catalogue().catalogue()));
    }

    private void count(Recomputed recomputed) {
        if (recomputed.recomputation() instanceof Recomputation.Different) {
            meters.notReproduced();
        }
    }
}
