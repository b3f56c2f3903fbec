package io.crosscare.correction.deadline.model;

import java.time.LocalDate;
import java.util.Set;

/**
 * What the State Council announced for one year: days off, and weekend days worked in exchange. A notice may reach into the
 * year before.
 *
 * @param off days off, weekends among them or not
 * @param worked Saturdays and Sundays that are worked
 * @param source the document
 */
public record HolidayNotice(int year, Set<LocalDate> off, Set<LocalDate> worked, String source, Mark mark) {

    public HolidayNotice {
        off = Set.copyOf(off);
        worked = Set.copyOf(worked);
        if (off.stream().anyMatch(worked::contains)) {
            throw new IllegalArgumentException("a day is either off or worked");
        }
        if (worked.stream().anyMatch(day -> !WorkingCalendar.isWeekend(day))) {
            throw new IllegalArgumentException("only weekend days are worked in exchange");
        }
    }
}
