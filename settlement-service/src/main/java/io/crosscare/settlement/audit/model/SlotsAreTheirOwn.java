package io.crosscare.settlement.audit.model;

import io.crosscare.settlement.chain.model.StoredEntry.Reading;

/** I3, as far as one entry can break it: the register holds the slot that the entry says it covers. */
final class SlotsAreTheirOwn implements EntryRule {

    @Override
    public Invariant invariant() {
        return Invariant.I3;
    }

    @Override
    public Verdict judge(PlacedEntry placed) {
        if (placed.stored().reading() instanceof Reading.Whole(var _, var strays) && strays.contains("slot")) {
            return Verdict.broken("登记的结算范围与分录不符", "the register holds another slot than the entry covers");
        }
        return Verdict.NOT_CONCERNED;
    }
}
