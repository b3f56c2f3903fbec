package io.crosscare.correction.deadline.model;

import io.crosscare.chassis.time.ChinaTime;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * When offices work: their hours on working days in China. A year without a notice has its weekends and the holidays that fall
 * on the same day every year, and what is reckoned with it is assumed.
 *
 * @param opens of every working day
 * @param closes of every working day
 * @param fixedHolidays days off in a year without a notice
 */
public record WorkingCalendar(
        LocalTime opens, LocalTime closes, List<HolidayNotice> notices, Set<MonthDay> fixedHolidays) {

    /** Longer than any run of days off; a search beyond it is an error in the data. */
    private static final int DAYS_OFF_MAX = 60;

    public WorkingCalendar {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("an office opens before it closes");
        }
        notices = notices.stream()
                .sorted(Comparator.comparingInt(HolidayNotice::year))
                .toList();
        fixedHolidays = Set.copyOf(fixedHolidays);
        if (notices.stream().map(HolidayNotice::year).distinct().count() != notices.size()) {
            throw new IllegalArgumentException("a year has one notice");
        }
    }

    public boolean isWorkingDay(LocalDate day) {
        if (notices.stream().anyMatch(notice -> notice.worked().contains(day))) {
            return true;
        }
        boolean isOff = notices.stream().anyMatch(notice -> notice.off().contains(day));
        boolean isFixed = !isKnown(day) && fixedHolidays.contains(MonthDay.from(day));
        return !isOff && !isFixed && !isWeekend(day);
    }

    /**
     * The close of the so-manieth working day after the day of an instant; that day itself does not count, whether it is worked
     * or not.
     */
    public Instant closeOfDay(Instant from, int workingDays) {
        LocalDate day = dayOf(from);
        for (int counted = 0; counted < workingDays; counted++) {
            day = nextWorkingDay(day);
        }
        return at(day, closes);
    }

    /** So much office time later. */
    public Instant plus(Instant from, Duration officeTime) {
        LocalDate day = dayOf(from);
        Instant at = from;
        Duration left = officeTime;
        while (true) {
            Instant begin = at.isBefore(at(day, opens)) ? at(day, opens) : at;
            Instant end = at(day, closes);
            boolean isOpen = isWorkingDay(day) && begin.isBefore(end);
            if (isOpen && left.compareTo(Duration.between(begin, end)) <= 0) {
                return begin.plus(left);
            }
            if (isOpen) {
                left = left.minus(Duration.between(begin, end));
            }
            day = nextWorkingDay(day);
            at = at(day, opens);
        }
    }

    /** So much office time earlier. */
    public Instant minus(Instant until, Duration officeTime) {
        LocalDate day = dayOf(until);
        Instant at = until;
        Duration left = officeTime;
        while (true) {
            Instant begin = at(day, opens);
            Instant end = at.isAfter(at(day, closes)) ? at(day, closes) : at;
            boolean isOpen = isWorkingDay(day) && begin.isBefore(end);
            if (isOpen && left.compareTo(Duration.between(begin, end)) <= 0) {
                return end.minus(left);
            }
            if (isOpen) {
                left = left.minus(Duration.between(begin, end));
            }
            day = workingDayBefore(day);
            at = at(day, closes);
        }
    }

    /** How well the days from one instant to another are known. */
    public Mark mark(Instant from, Instant to) {
        return dayOf(from).datesUntil(dayOf(to).plusDays(1)).map(this::mark).reduce(Mark.OFFICIAL, Mark::or);
    }

    private Mark mark(LocalDate day) {
        return notices.stream()
                .filter(notice -> notice.year() == day.getYear())
                .map(HolidayNotice::mark)
                .findFirst()
                .orElse(Mark.ASSUMED);
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private boolean isKnown(LocalDate day) {
        return notices.stream().anyMatch(notice -> notice.year() == day.getYear());
    }

    private LocalDate nextWorkingDay(LocalDate day) {
        return day.plusDays(1)
                .datesUntil(day.plusDays(DAYS_OFF_MAX))
                .filter(this::isWorkingDay)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no working day in sight after " + day));
    }

    private LocalDate workingDayBefore(LocalDate day) {
        LocalDate before = day.minusDays(1);
        while (!isWorkingDay(before)) {
            before = before.minusDays(1);
            if (before.isBefore(day.minusDays(DAYS_OFF_MAX))) {
                throw new IllegalStateException("no working day in sight before " + day);
            }
        }
        return before;
    }

    private static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ChinaTime.ZONE);
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ChinaTime.ZONE).toInstant();
    }
}
