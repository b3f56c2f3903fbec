package io.crosscare.filing.lodging;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.lodging.model.FilingCategory;
import io.crosscare.filing.lodging.model.FilingChannel;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An application for a filing as the agency writes it down.
 *
 * @param reason free text without identity numbers and phones; required when {@code from} is past
 */
public record LodgeFilingCommand(
        PersonId personId,
        FilingCategory category,
        RegionCode careRegion,
        LocalDate from,
        @Nullable LocalDate to,
        FilingChannel channel,
        @Nullable String reason) {

    /** How far ahead a filing may begin. */
    public static final int YEARS_AHEAD_MAX = 1;

    /** Equal for equal commands only: the parts with their lengths. */
    String content() {
        return Stream.<@Nullable Object>of(personId, category, careRegion, from, to, channel, reason)
                .map(part -> part == null ? "-" : part.toString().length() + ":" + part)
                .collect(Collectors.joining(","));
    }
}
