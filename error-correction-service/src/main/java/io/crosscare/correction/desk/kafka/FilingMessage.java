package io.crosscare.correction.desk.kafka;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.correction.desk.model.Fact.Filed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The fields of {@code filing.filing.v1} that this service reads. */
record FilingMessage(
        String id,
        String personId,
        String careRegion,
        String category,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        String state,
        long version) {

    PersonId toPerson() {
        return new PersonId(personId);
    }

    /**
     * The filing it tells of.
     *
     * @param changedAt when this version was made
     * @throws IllegalArgumentException or {@link NullPointerException} when it does not hold one
     */
    Filed toFiled(Instant changedAt) {
        return new Filed(
                Objects.requireNonNull(id, "id"),
                version,
                changedAt,
                new RegionCode(careRegion),
                Objects.requireNonNull(category, "category"),
                Objects.requireNonNull(effectiveFrom, "effectiveFrom"),
                effectiveTo,
                Objects.requireNonNull(state, "state"));
    }
}
