package io.crosscare.filing.lodging;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.lodging.model.FilingCategory;
import io.crosscare.filing.lodging.model.StatedFacts;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is to be different about a filing: its place or category from a day on, or its last day, or its treatment.
 *
 * @param careRegion null: as it is
 * @param category null: as it is
 * @param to last day; null: as it is
 * @param from the first day of another place or category; null: today
 * @param treatment code of the special treatment it is really for; null: as it is
 * @param facts what another place or category rests on
 */
public record ChangeFilingCommand(
        @Nullable RegionCode careRegion,
        @Nullable FilingCategory category,
        @Nullable LocalDate to,
        @Nullable LocalDate from,
        @Nullable String treatment,
        StatedFacts facts,
        String reason) {

    boolean isReplacement() {
        return careRegion != null || category != null;
    }

    String requireTreatment() {
        return Objects.requireNonNull(treatment, "neither place, category, last day nor treatment");
    }

    String content() {
        return RequestContent.of("change", careRegion, category, to, from, treatment, facts, reason);
    }
}
