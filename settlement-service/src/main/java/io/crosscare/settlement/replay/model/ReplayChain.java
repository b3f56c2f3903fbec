package io.crosscare.settlement.replay.model;

import io.crosscare.settlement.benefit.model.AmountsOnly;
import io.crosscare.settlement.benefit.model.BenefitCalculation;
import io.crosscare.settlement.benefit.model.Catalogue;
import io.crosscare.settlement.benefit.model.Counters;
import io.crosscare.settlement.benefit.model.PolicyPack;
import io.crosscare.settlement.benefit.model.SplitRefusal;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.Undo;
import io.crosscare.settlement.direct.model.FrozenBill;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One person's chain lived through again with the candidate as the law of the period: what the year holds follows from what the
 * candidate would have given, entry by entry, and a settlement that was undone leaves no trace. Entries come in their order.
 */
public final class ReplayChain {

    private final PolicyPack law;
    private final Map<EntryId, Counters> deltas = new HashMap<>();
    private final Map<EntryId, Replayed> replayed = new LinkedHashMap<>();
    private Counters counters = Counters.NONE;

    public ReplayChain(PolicyPack candidate, ReplayPeriod period) {
        this.law = period.lawOf(candidate);
    }

    /** A settlement's bill with the catalogue that it is split by. */
    public record Priced(FrozenBill bill, Catalogue catalogue) {}

    /** Whether the settlement is one that is replayed, for which {@link #next(Settlement, Priced)} is called. */
    public boolean isConcerned(Settlement settlement, FrozenBill bill) {
        return law.governs(bill.bill().circumstances())
                && settlement.basis().calculationVersion() == BenefitCalculation.CALCULATION_VERSION;
    }

    /** An entry that stays as it was made; an undo or an adjustment takes back what its original came to here. */
    public void next(Entry entry) {
        switch (entry) {
            case Undo undo -> {
                takeBack(undo.original(), entry.link().delta().negate());
                count(entry, Counters.NONE);
            }
            case Settlement settlement -> {
                takeBackReplaced(settlement);
                count(entry, settlement.counted());
            }
            default -> count(entry, entry.link().delta());
        }
    }

    private void takeBackReplaced(Settlement settlement) {
        Settlement.Replaced replaced = settlement.replaced();
        if (replaced != null) {
            takeBack(replaced.original(), replaced.counted());
        }
    }

    private void takeBack(EntryId original, Counters asItWas) {
        counters = counters.plus(deltas.getOrDefault(original, asItWas).negate());
        replayed.remove(original);
    }

    /** A settlement that is split by the candidate. */
    public void next(Settlement settlement, Priced priced) {
        var circumstances = priced.bill().bill().circumstances();
        ImpactGroup group =
                new ImpactGroup(circumstances.serviceType(), priced.bill().filingCategory(), circumstances.level());
        String id = settlement.id().value();
        takeBackReplaced(settlement);
        switch (BenefitCalculation.amounts(priced.bill().bill(), law, priced.catalogue(), counters)) {
            case AmountsOnly(var amounts, var delta) -> {
                replayed.put(settlement.id(), new Replayed(id, group, Impact.of(settlement.amounts(), amounts), null));
                count(settlement, delta);
            }
            case SplitRefusal refusal -> {
                replayed.put(
                        settlement.id(),
                        new Replayed(
                                id, group, Impact.refused(), refusal.reason().name()));
                count(settlement, Counters.NONE);
            }
        }
    }

    private void count(Entry entry, Counters delta) {
        deltas.put(entry.id(), delta);
        counters = counters.plus(delta);
    }

    /** What was replayed and not undone, in order. */
    public List<Replayed> end() {
        return List.copyOf(replayed.values());
    }
}
