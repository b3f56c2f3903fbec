package io.crosscare.settlement.audit.model;

import io.crosscare.settlement.chain.model.EntryKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** I2 over a chain: no two entries have one key. A void beside a settlement is for {@link VoidKeysNeverSettle} to say. */
final class KeysHaveOneEntry implements ChainRule {

    @Override
    public void judge(List<ChainFact> facts, Tally tally) {
        Map<String, ChainFact> byKey = new HashMap<>();
        for (ChainFact fact : facts) {
            ChainFact first = byKey.putIfAbsent(fact.key(), fact);
            if (first != null && isVoid(first) == isVoid(fact)) {
                tally.violated(Violation.of(
                        Invariant.I2, fact.id(), "与 " + first.id() + " 用同一个键", "has the key of " + first.id()));
            }
        }
        tally.checked(Invariant.I2, byKey.size());
    }

    private static boolean isVoid(ChainFact fact) {
        return fact.kind() == EntryKind.VOID;
    }
}
