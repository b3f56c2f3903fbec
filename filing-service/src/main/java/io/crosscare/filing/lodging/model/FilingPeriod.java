package io.crosscare.filing.lodging.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a filing counts, both ends included.
 *
 * @param to null: until it is changed
 */
public record FilingPeriod(LocalDate from, @Nullable LocalDate to) {

    public FilingPeriod {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("a period ends on the day it begins or later");
        }
    }

    /** The period of so many months: from 2019-01-01 for twelve months ends on 2019-12-31. */
    public static FilingPeriod ofMonths(LocalDate from, int months) {
        return new FilingPeriod(from, from.plusMonths(months).minusDays(1));
    }

    public boolean contains(LocalDate day) {
        return !beginsAfter(day) && !endsBefore(day);
    }

    public boolean overlaps(FilingPeriod other) {
        return !endsBefore(other.from) && !other.endsBefore(from);
    }

    public boolean beginsAfter(LocalDate day) {
        return from.isAfter(day);
    }

    public boolean endsBefore(LocalDate day) {
        LocalDate end = to;
        return end != null && end.isBefore(day);
    }

    /** The first day that is in one of two periods only, both of which begin on the same day; null where there is none. */
    public @Nullable LocalDate firstDayUnlike(FilingPeriod other) {
        LocalDate end = to;
        LocalDate otherEnd = other.to;
        if (Objects.equals(end, otherEnd)) {
            return null;
        }
        if (end == null || otherEnd == null) {
            return Objects.requireNonNull(end == null ? otherEnd : end).plusDays(1);
        }
        return (end.isBefore(otherEnd) ? end : otherEnd).plusDays(1);
    }

    /** Days between the period and a day outside it; zero inside. */
    public long daysAwayFrom(LocalDate day) {
        LocalDate end = to;
        if (beginsAfter(day)) {
            return ChronoUnit.DAYS.between(day, from);
        }
        return end != null && end.isBefore(day) ? ChronoUnit.DAYS.between(end, day) : 0;
    }
}
