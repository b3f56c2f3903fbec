package io.crosscare.settlement.audit.model;

import io.crosscare.settlement.audit.model.ChainFact.Covered;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** I3 over a chain: of the settlements that nothing undid, no two cover one scope of a visit or one of its fee lines. */
final class ScopesHaveOneLiveSettlement implements ChainRule {

    @Override
    public void judge(List<ChainFact> facts, Tally tally) {
        Map<String, List<ChainFact>> byVisit = new HashMap<>();
        for (ChainFact fact : facts) {
            Covered covered = fact.covered();
            if (covered != null && !fact.isUndone()) {
                byVisit.computeIfAbsent(covered.visit(), _ -> new ArrayList<>()).add(fact);
                tally.checked(Invariant.I3, 1);
            }
        }
        byVisit.values().forEach(live -> judgeVisit(live, tally));
    }

    private static void judgeVisit(List<ChainFact> live, Tally tally) {
        for (int later = 1; later < live.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                judgePair(live.get(earlier), live.get(later), tally);
            }
        }
    }

    private static void judgePair(ChainFact earlier, ChainFact later, Tally tally) {
        Covered one = earlier.covered();
        Covered other = later.covered();
        if (one == null || other == null) {
            return;
        }
        if (one.scope().equals(other.scope())) {
            tally.violated(Violation.of(
                    Invariant.I3,
                    later.id(),
                    "与 " + earlier.id() + " 结算了同一就诊的同一范围，均有效",
                    "covers the scope that " + earlier.id() + " covers, and both are live"));
            return;
        }
        BitSet twice = (BitSet) one.lines().clone();
        twice.and(other.lines());
        if (!twice.isEmpty()) {
            int line = twice.nextSetBit(0);
            tally.violated(Violation.of(
                    Invariant.I3,
                    later.id(),
                    "第 " + line + " 号明细已由 " + earlier.id() + " 结算",
                    "settles fee line " + line + ", which " + earlier.id() + " has settled"));
        }
    }
}
