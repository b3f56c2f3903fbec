package io.crosscare.settlement.eligibility.model;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.Trip;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A filing as its owner published it.
 *
 * @param category glossary name; one this service does not know is kept, and is a long-term one
 * @param state {@code EFFECTIVE}, {@code EXPIRED} count in their period; a withdrawn one never
 * @param effectiveTo last day; null until changed
 * @param specialTreatment code the filing was made for; null where it was not
 */
public record FilingFacts(
        String id,
        PersonId person,
        RegionCode careRegion,
        String category,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        String state,
        @Nullable String specialTreatment,
        long version)
        implements CopiedRecord {

    private static final Set<String> COUNTING = Set.of("EFFECTIVE", "EXPIRED");
    private static final String TRANSFER = "TRANSFER";

    boolean counts() {
        return COUNTING.contains(state);
    }

    boolean covers(RegionCode region) {
        return careRegion.contains(region);
    }

    boolean beginsAfter(LocalDate day) {
        return effectiveFrom.isAfter(day);
    }

    boolean endsBefore(LocalDate day) {
        return effectiveTo != null && effectiveTo.isBefore(day);
    }

    boolean isInForceOn(LocalDate day) {
        return !beginsAfter(day) && !endsBefore(day);
    }

    boolean isInForceIn(FilingWindow window) {
        return !beginsAfter(window.until()) && !endsBefore(window.from());
    }

    /** Days between the period and a day outside it; zero inside. */
    long daysAwayFrom(LocalDate day) {
        LocalDate end = effectiveTo;
        if (beginsAfter(day)) {
            return ChronoUnit.DAYS.between(day, effectiveFrom);
        }
        return end != null && end.isBefore(day) ? ChronoUnit.DAYS.between(end, day) : 0;
    }

    public Trip trip() {
        return category.equals(TRANSFER) ? Trip.TRANSFER : Trip.LONG_TERM;
    }

    @Override
    public String recordId() {
        return id;
    }
}
