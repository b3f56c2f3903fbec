package io.crosscare.settlement.benefit.model;

import io.crosscare.chassis.money.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * A limit of the year that a policy sets, and the counter that is held to it. What a settlement adds to the counter never takes
 * it above; what was counted elsewhere may stand there.
 *
 * @param counter its key, {@code 2019/pooled.outpatient}
 */
public record HeldCeiling(String counter, Money limit) {

    /** The ceilings that hold for care in these circumstances; none where the policy has none or does not govern it. */
    public static List<HeldCeiling> of(PolicyPack pack, Circumstances circumstances) {
        if (!pack.governs(circumstances) || !(pack.termsFor(circumstances) instanceof Terms terms)) {
            return List.of();
        }
        List<HeldCeiling> ceilings = new ArrayList<>();
        Figure<Money> ceiling = terms.ceiling();
        if (ceiling != null) {
            CeilingBasis basis = terms.readings().ceilingBasis().value();
            Counter counter = Counter.ceilingOf(circumstances.serviceType(), basis);
            ceilings.add(new HeldCeiling(counter.key(circumstances.period()), ceiling.value()));
        }
        LargeAmountFund large = terms.largeAmount();
        if (large != null) {
            ceilings.add(new HeldCeiling(
                    Counter.LARGE.key(circumstances.period()), large.ceiling().value()));
        }
        return List.copyOf(ceilings);
    }
}
