package io.crosscare.settlement.audit.model;

import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.External;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.StoredEntry;
import io.crosscare.settlement.chain.model.Undo;
import io.crosscare.settlement.direct.model.Recomputation;
import io.crosscare.settlement.intent.model.Intent;

/**
 * I10: a settlement computed again from its bill, policy, catalogue and the counters before it has the hash it is stored with,
 * and so has an undo taken again from its original; what a core system paid is what was asked for.
 */
final class EntriesRecomputeAlike implements EntryRule {

    @Override
    public Invariant invariant() {
        return Invariant.I10;
    }

    @Override
    public Verdict judge(PlacedEntry placed) {
        Entry entry = placed.stored().entry();
        return switch (Evidence.ofBill(placed.evidence())) {
            case Evidence.Priced(var bill, var policy, var catalogue)
            when entry instanceof Settlement settlement ->
                verdict(Recomputation.of(settlement, bill, policy, catalogue));
            case Evidence.Original(StoredEntry original)
            when original != null && entry instanceof Undo undo -> UndosNegateTheirOriginals.again(undo, original);
            case Evidence.None _
            when entry instanceof External external ->
                Intent.requestHashOf(external).equals(external.requestHash())
                        ? Verdict.HOLDS
                        : Verdict.broken("与所报送的内容不符", "it is not what its core system sent");
            case Evidence.Lacking(var what) -> new Verdict.Broken(what);
            case Evidence.None _, Evidence.Priced _, Evidence.Original _, Evidence.Adjusted _ -> Verdict.NOT_CONCERNED;
        };
    }

    private static Verdict verdict(Recomputation recomputation) {
        return switch (recomputation) {
            case Recomputation.Same _ -> Verdict.HOLDS;
            case Recomputation.Different(var how, var _) -> new Verdict.Broken(how);
        };
    }
}
