package io.crosscare.registry.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A time for which an institution has announced that its systems stand still (停机公告). It is told to whoever asks and refuses
 * nothing: what is settled by hand or later is settled all the same.
 *
 * @param to end, not included
 * @param zh the announcement
 * @param en the same in English; null where it was given in Chinese only
 */
public record Outage(
        Instant from, Instant to, String zh, @Nullable String en) {

    public Outage {
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("an outage ends after it begins");
        }
    }

    public boolean isOverAt(Instant now) {
        return !to.isAfter(now);
    }

    /** Whether any moment of the day lies in it. */
    public boolean touches(LocalDate day, ZoneId zone) {
        Instant begin = day.atStartOfDay(zone).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
        return from.isBefore(end) && to.isAfter(begin);
    }
}
