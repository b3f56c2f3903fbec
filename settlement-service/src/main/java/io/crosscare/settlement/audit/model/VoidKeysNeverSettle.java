package io.crosscare.settlement.audit.model;

import io.crosscare.settlement.chain.model.EntryKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** I6: under a key there is a settlement or a void, never both, in whatever order they came. */
final class VoidKeysNeverSettle implements ChainRule {

    @Override
    public void judge(List<ChainFact> facts, Tally tally) {
        Map<String, ChainFact> voids = new HashMap<>();
        facts.stream().filter(fact -> fact.kind() == EntryKind.VOID).forEach(fact -> voids.put(fact.key(), fact));
        for (ChainFact fact : facts) {
            ChainFact voided = voids.get(fact.key());
            if (voided != null && fact.kind() != EntryKind.VOID) {
                tally.violated(Violation.of(
                        Invariant.I6,
                        fact.id(),
                        "其键已由 " + voided.id() + " 作废",
                        "has settled under the key that " + voided.id() + " makes void"));
            }
        }
        tally.checked(
                Invariant.I6,
                facts.stream().filter(VoidKeysNeverSettle::isConcerned).count());
    }

    private static boolean isConcerned(ChainFact fact) {
        return fact.kind() == EntryKind.VOID || fact.kind() == EntryKind.SETTLEMENT;
    }
}
