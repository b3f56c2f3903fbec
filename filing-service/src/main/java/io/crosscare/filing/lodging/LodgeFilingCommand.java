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
 * @param reason free text without identity numbers and phones; required when {@code from} or {@code promisedOn} is past
 * @param isPromise whether the papers are promised for later
 * @param promisedOn day on which the promise was signed; null where it is the day of lodging, or nothing is promised
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
        @Nullable LocalDate promisedOn,
        @Nullable SpecialTreatment treatment) {

    /** How far ahead a filing may begin. */
    public static final int YEARS_AHEAD_MAX = 1;

    public LodgeFilingCommand {
        if (promisedOn != null && !isPromise) {
            throw new IllegalArgumentException("a day of a promise where nothing is promised");
        }
    }

    /** An application that leaves its facts to the agency that lodges it. */
    public LodgeFilingCommand(
            PersonId personId,
            FilingCategory category,
            RegionCode careRegion,
            LocalDate from,
            @Nullable LocalDate to,
            FilingChannel channel,
            @Nullable String reason) {
        this(personId, category, careRegion, from, to, channel, reason, StatedFacts.NONE, false, null, null);
    }

    /** Equal for equal commands only: the parts with their lengths. What is left out adds nothing. */
    String content() {
        String first = Stream.<@Nullable Object>of(personId, category, careRegion, from, to, channel, reason)
                .map(RequestContent::part)
                .collect(Collectors.joining(","));
        boolean isPlain = facts.equals(StatedFacts.NONE) && !isPromise && treatment == null;
        if (isPlain) {
            return first;
        }
        String second = first + "," + RequestContent.of(facts, isPromise, treatment);
        return promisedOn == null ? second : second + "," + RequestContent.part(promisedOn);
    }
}
