package io.crosscare.correction.desk.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which reasons lie outside any person, and what tells two such troubles apart. Whoever is turned away at one institution by the
 * same trouble is a patient of one common case; its id follows from the trouble, so it opens once, whoever came first.
 */
public record CommonCauses(Map<String, List<Part>> byReason) {

    public CommonCauses {
        byReason = byReason.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
    }

    /** What of a refusal belongs to the trouble, beside the reason and the institution. */
    public enum Part {
        INSURED_REGION,
        PLAN,
        /** The calendar year of the day that decided: policies and catalogues change with it. */
        YEAR;

        private String of(Refusal refusal) {
            return switch (this) {
                case INSURED_REGION -> refusal.insuredRegion().value();
                case PLAN -> String.valueOf(refusal.plan());
                case YEAR -> String.valueOf(refusal.decidedOn().getYear());
            };
        }
    }

    /** The common case the refusal belongs to; empty where its cause is the person's or the bill's own. */
    public Optional<CaseId> caseOf(Refusal refusal) {
        String reason = refusal.subject().reason().code();
        return Optional.ofNullable(byReason.get(reason))
                .map(parts -> Stream.concat(
                                Stream.of(
                                        "common", reason, refusal.institution().value()),
                                parts.stream().map(part -> part.of(refusal)))
                        .collect(Collectors.joining("/")))
                .map(CaseId::of);
    }
}
