package io.crosscare.settlement.direct;

import io.crosscare.settlement.benefit.Explanation;
import io.crosscare.settlement.benefit.model.Bill;
import io.crosscare.settlement.benefit.model.CostSplit;
import io.crosscare.settlement.catalogue.PublishedCatalogue;
import io.crosscare.settlement.direct.PreparedBill.Ready;
import io.crosscare.settlement.policy.PublishedPolicy;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A bill, its split, and what it was split with: all that an explanation tells.
 *
 * @param decidedOn the day of the filing that decided; null for care at home
 */
public record ExplainedBill(
        Bill bill,
        @Nullable LocalDate decidedOn,
        CostSplit split,
        PublishedPolicy policy,
        PublishedCatalogue catalogue) {

    /** In words, made on demand. */
    public Explanation explanation() {
        return Explanation.of(split, bill.circumstances(), policy.pack(), catalogue.catalogue());
    }

    static ExplainedBill of(Ready ready, CostSplit split) {
        return new ExplainedBill(
                ready.frozen().bill(), ready.frozen().decidedOn(), split, ready.policy(), ready.catalogue());
    }
}
