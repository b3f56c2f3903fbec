package io.crosscare.filing.lodging;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.lodging.model.FilingCategory;
import io.crosscare.filing.lodging.model.FilingChannel;
import io.crosscare.filing.lodging.model.SpecialTreatment;
import io.crosscare.filing.lodging.model.StatedFacts;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An application for a filing as it is written down.
 *
 * @param reason free text without identity numbers and phones; required when {@code from} is past
 * @param isPromise whether the papers are promised for later
 * @param treatment as declared; null for none
 */
public record LodgeFilingCommand(
        PersonId personId,
        FilingCategory category,
        RegionCode careRegion,
        LocalDate from,
        @Nullable LocalDate to,
        FilingChannel channel,
        @Nullable String reason,
        StatedFacts facts,
        boolean isPromise,
        @Nullable SpecialTreatment treatment) {

    /** How far ahead a filing may begin. */
    public static final int YEARS_AHEAD_MAX = 1;

    /** An application that leaves its facts to the agency that lodges it. */
    public LodgeFilingCommand(
            PersonId personId,
            FilingCategory category,
            RegionCode careRegion,
            LocalDate from,
            @Nullable LocalDate to,
            FilingChannel channel,
            @Nullable String reason) {
        this(personId, category, careRegion, from, to, channel, reason, StatedFacts.NONE, false, null);
    }

    /** Equal for equal commands only: the parts with their lengths. What is left out adds nothing. */
    String content() {
        String first = Stream.<@Nullable Object>of(personId, category, careRegion, from, to, channel, reason)
                .map(RequestContent::part)
                .collect(Collectors.joining(","));
        boolean isPlain = facts.equals(StatedFacts.NONE) && !isPromise && treatment == null;
        return isPlain ? first : first + "," + RequestContent.of(facts, isPromise, treatment);
    }
}
