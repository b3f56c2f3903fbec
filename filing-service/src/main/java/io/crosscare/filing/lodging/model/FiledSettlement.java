package io.crosscare.filing.lodging.model;

import io.crosscare.chassis.id.InstitutionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A settlement made under a filing.
 *
 * @param id of its entry in the chain
 */
public record FiledSettlement(
        String id, InstitutionCode institution, LocalDate serviceFrom, LocalDate serviceTo, Instant recordedAt) {

    /** Those of a person's chain that rest on the filing and were not taken back, in order. */
    public static List<FiledSettlement> liveUnder(FilingId filing, List<ChainStep> chain) {
        Set<String> undone = chain.stream()
                .filter(ChainStep.Undone.class::isInstance)
                .map(step -> ((ChainStep.Undone) step).settlement())
                .collect(Collectors.toUnmodifiableSet());
        return chain.stream()
                .filter(ChainStep.Settled.class::isInstance)
                .map(ChainStep.Settled.class::cast)
                .filter(settled -> filing.equals(settled.filing()))
                .map(ChainStep.Settled::settlement)
                .filter(settlement -> !undone.contains(settlement.id()))
                .toList();
    }

    /** Whether it was made before the filing's special treatment was last decided, so that it has to be settled again. */
    public boolean isOutdated(Filing filing) {
        return filing.history().stream()
                .filter(step -> step.action().isOnTreatment())
                .anyMatch(step -> recordedAt.isBefore(step.at()));
    }
}
