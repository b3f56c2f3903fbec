package io.crosscare.correction.desk.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One rule of the diagnosis: of which refusals it speaks, what the records must show, and what it then concludes.
 *
 * @param id its name in the rule base, shown with every diagnosis
 * @param reasons codes of refusals; empty where it may be any
 * @param conditions all must be met; none where the refusal alone says it
 */
public record DiagnosisRule(String id, Set<String> reasons, List<Condition> conditions, Cause cause) {

    public DiagnosisRule {
        reasons = Set.copyOf(reasons);
        conditions = List.copyOf(conditions);
        if (reasons.isEmpty() && conditions.isEmpty()) {
            throw new IllegalArgumentException("rule " + id + " asks for nothing");
        }
    }

    /** Empty where it does not apply; else all the records that show it. */
    Optional<List<Fact>> applied(CaseView one) {
        if (!reasons.isEmpty()
                && !reasons.contains(one.file().subject().reason().code())) {
            return Optional.empty();
        }
        Optional<List<Fact>> all = Optional.of(List.of());
        for (Condition condition : conditions) {
            all = all.flatMap(found -> condition
                    .evidenceIn(one)
                    .map(more -> Stream.concat(found.stream(), more.stream())
                            .distinct()
                            .toList()));
        }
        return all;
    }
}
