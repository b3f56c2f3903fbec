package io.crosscare.settlement.direct;

import io.crosscare.settlement.benefit.model.Bill;
import io.crosscare.settlement.benefit.model.CostSplit;
import io.crosscare.settlement.catalogue.PublishedCatalogue;
import io.crosscare.settlement.direct.PreparedBill.Ready;
import io.crosscare.settlement.policy.PublishedPolicy;

/** A bill, its split, and what it was split with: all that an explanation tells. */
public record ExplainedBill(Bill bill, CostSplit split, PublishedPolicy policy, PublishedCatalogue catalogue) {

    static ExplainedBill of(Ready ready, CostSplit split) {
        return new ExplainedBill(ready.frozen().bill(), split, ready.policy(), ready.catalogue());
    }
}
