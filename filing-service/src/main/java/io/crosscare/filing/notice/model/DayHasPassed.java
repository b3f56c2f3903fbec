package io.crosscare.filing.notice.model;

import java.time.LocalDate;

/** A day in China is over. Comes once for every day, in their order, however late. */
public record DayHasPassed(LocalDate day) {

    /** The day that has begun. */
    public LocalDate next() {
        return day.plusDays(1);
    }
}
