package io.crosscare.settlement.audit.model;

/** I11, entry by entry: each begins where all before it add up to, so that the last one holds the sum of every change. */
final class CountersAreTheFold implements EntryRule {

    @Override
    public Invariant invariant() {
        return Invariant.I11;
    }

    @Override
    public Verdict judge(PlacedEntry placed) {
        Footing footing = placed.footing();
        if (!footing.isFirm() || placed.stored().before().equals(footing.fold())) {
            return Verdict.HOLDS;
        }
        return Verdict.broken("before 不是此前各变动之和", "before is not what the changes before it add up to");
    }
}
