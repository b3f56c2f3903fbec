package io.crosscare.settlement.eligibility.message;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.eligibility.model.FilingFacts;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A filing as filing-service publishes it ({@code filing.filing.v1}). */
public record FilingMessage(
        String id,
        String personId,
        String careRegion,
        String category,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        String state,
        @Nullable String specialTreatment,
        long version)
        implements CopiedMessage {

    @Override
    public FilingFacts toFacts() {
        return new FilingFacts(
                Objects.requireNonNull(id, "id"),
                new PersonId(personId),
                new RegionCode(careRegion),
                Objects.requireNonNull(category, "category"),
                Objects.requireNonNull(effectiveFrom, "effectiveFrom"),
                effectiveTo,
                Objects.requireNonNull(state, "state"),
                specialTreatment,
                version);
    }
}
