package io.crosscare.settlement.audit.model;

import io.crosscare.settlement.benefit.model.Counters;
import io.crosscare.settlement.benefit.model.SplitAmounts;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.StoredEntry;
import io.crosscare.settlement.chain.model.Undo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * I5: an undo takes back one settlement that stands before it, in every amount and counter, and is the only one to do so; an
 * adjustment takes back the settlement it replaces in the same way, and no other undo or adjustment does.
 */
final class UndosNegateTheirOriginals implements EntryRule, ChainRule {

    @Override
    public Invariant invariant() {
        return Invariant.I5;
    }

    @Override
    public Verdict judge(PlacedEntry placed) {
        return switch (placed.evidence()) {
            case Evidence.Original(var original)
            when placed.stored().entry() instanceof Undo undo ->
                judge(
                        new TakenBack(
                                undo.key(), undo.undone(), undo.link().delta().negate()),
                        original);
            case Evidence.Adjusted(var _, var original)
            when placed.stored().entry() instanceof Settlement adjustment && adjustment.replaced() != null ->
                judge(
                        new TakenBack(
                                adjustment.key(),
                                adjustment.replaced().amounts(),
                                adjustment.replaced().counted()),
                        original);
            default -> Verdict.NOT_CONCERNED;
        };
    }

    /**
     * What an entry says of the settlement it takes back.
     *
     * @param key of the entry itself
     */
    private record TakenBack(Key key, SplitAmounts amounts, Counters counted) {}

    private static Verdict judge(TakenBack taken, @Nullable StoredEntry original) {
        if (original == null || !original.isSound()) {
            // Named where the walk came by it, as an empty place or a damaged entry.
            return Verdict.NOT_CONCERNED;
        }
        if (!(original.entry() instanceof Settlement settlement)) {
            return Verdict.broken("所撤销的不是结算", "takes back what is no settlement");
        }
        if (!taken.amounts().equals(settlement.amounts())) {
            return Verdict.broken("金额不是原结算取负", "its amounts are not minus those of " + original.id());
        }
        if (!taken.counted().equals(settlement.counted())) {
            return Verdict.broken("累计变动不是原结算取负", "its delta is not minus that of " + original.id());
        }
        if (!taken.key().equals(Key.undoOf(settlement.key()))) {
            return Verdict.broken("键不由原结算导出", "its key does not derive from that of " + original.id());
        }
        return Verdict.HOLDS;
    }

    @Override
    public void judge(List<ChainFact> facts, Tally tally) {
        Map<String, String> undoOf = new HashMap<>();
        for (ChainFact fact : facts) {
            String original = fact.original();
            String first = original == null ? null : undoOf.putIfAbsent(original, fact.id());
            if (first != null) {
                tally.violated(Violation.of(
                        Invariant.I5,
                        fact.id(),
                        original + " 已由 " + first + " 撤销",
                        "takes back " + original + ", which " + first + " has taken back"));
            }
        }
    }

    /** I10 of an undo: what its original comes to, taken back in this place, has the hash it is stored with. */
    static Verdict again(Undo undo, StoredEntry original) {
        if (!(original.entry() instanceof Settlement settlement)) {
            return Verdict.NOT_CONCERNED;
        }
        Undo again = new Undo(
                undo.link(),
                undo.kind(),
                Key.undoOf(settlement.key()),
                undo.requestHash(),
                settlement.id(),
                settlement.care(),
                settlement.amounts(),
                undo.callerKey());
        return again.hash().equals(undo.hash())
                ? Verdict.HOLDS
                : Verdict.broken("与其原结算重算结果不同", "it is not what taking back " + original.id() + " comes to");
    }
}
