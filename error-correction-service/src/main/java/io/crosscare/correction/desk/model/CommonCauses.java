package io.crosscare.correction.desk.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which reasons lie outside any person, and what tells two such troubles apart. Whoever is turned away by the same trouble is a
 * patient of one common case; its id follows from the trouble, so it opens once, whoever came first. A silent service is one
 * trouble wherever it strikes; every other is one of an institution.
 */
public record CommonCauses(Map<String, List<Part>> byReason) {

    public CommonCauses {
        byReason = byReason.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
    }

    /** What of a refusal belongs to the trouble, beside the reason. */
    public enum Part {
        INSTITUTION,
        /** The service that gave no answer. */
        PEER,
        INSURED_REGION,
        PLAN,
        /** The calendar year of the day that decided: policies and catalogues change with it. */
        YEAR;

        private @Nullable String of(Refusal refusal) {
            return switch (this) {
                case INSTITUTION -> refusal.institution().value();
                case PEER -> refusal.peer();
                case INSURED_REGION -> refusal.insuredRegion().value();
                case PLAN -> String.valueOf(refusal.plan());
                case YEAR -> String.valueOf(refusal.decidedOn().getYear());
            };
        }
    }

    /**
     * The common case the refusal belongs to; empty where its cause is the person's or the bill's own, and where it does not say
     * what it would be told apart by.
     */
    public Optional<CaseId> caseOf(Refusal refusal) {
        String reason = refusal.subject().reason().code();
        List<Part> parts = byReason.get(reason);
        if (parts == null || parts.stream().anyMatch(part -> part.of(refusal) == null)) {
            return Optional.empty();
        }
        String trouble = Stream.concat(
                        Stream.of("common", reason), parts.stream().map(part -> part.of(refusal)))
                .collect(Collectors.joining("/"));
        return Optional.of(CaseId.of(trouble));
    }
}
