package io.crosscare.registry.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days on which an institution settles directly with nobody (暂停医保服务), by decision of whoever keeps it. A stay is judged by
 * the day of its admission.
 *
 * @param from first day
 * @param to last day; null until it is lifted
 * @param reason for people, in Chinese
 */
public record Suspension(LocalDate from, @Nullable LocalDate to, String reason) {

    public Suspension {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("a suspension ends on its first day or later");
        }
    }

    public boolean isInForceOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    public boolean overlaps(Suspension other) {
        boolean endsBefore = to != null && to.isBefore(other.from);
        boolean beginsAfter = other.to != null && from.isAfter(other.to);
        return !endsBefore && !beginsAfter;
    }
}
