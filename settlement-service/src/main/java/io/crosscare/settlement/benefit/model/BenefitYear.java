package io.crosscare.settlement.benefit.model;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.stream.IntStream;

/** The twelve months over which a person's deductible and ceilings are counted. */
public enum BenefitYear {
    /** From 1 January; its period is written {@code 2019}. */
    CALENDAR(Month.JANUARY, ""),
    /** For pupils and students, from 1 September; written {@code 2019S} for September 2019 to August 2020. */
    SCHOOL(Month.SEPTEMBER, "S");

    private static final int FIRST_WRITTEN = 2000;

    /** The years from 2000 to 2099 as they are written, for every bill asks for its own. */
    private static final List<String> WRITTEN =
            IntStream.range(FIRST_WRITTEN, 2100).mapToObj(Integer::toString).toList();

    private final Month begins;
    private final String mark;

    BenefitYear(Month begins, String mark) {
        this.begins = begins;
        this.mark = mark;
    }

    /** First day of the period after the one a day belongs to. */
    LocalDate nextBegins(LocalDate day) {
        return LocalDate.of(yearOf(day) + 1, begins, 1);
    }

    /** The period a day belongs to, as counter keys write it. */
    public String periodOf(LocalDate day) {
        String year = written(yearOf(day));
        return mark.isEmpty() ? year : year + mark;
    }

    /** First day of a period, as counter keys write it. */
    public static LocalDate beginOf(String period) {
        BenefitYear kind = period.endsWith(SCHOOL.mark) ? SCHOOL : CALENDAR;
        return LocalDate.of(
                Integer.parseInt(period.substring(0, period.length() - kind.mark.length())), kind.begins, 1);
    }

    private static String written(int year) {
        int place = year - FIRST_WRITTEN;
        return place >= 0 && place < WRITTEN.size() ? WRITTEN.get(place) : Integer.toString(year);
    }

    /** The year in which the period of a day begins. */
    private int yearOf(LocalDate day) {
        return day.getMonth().compareTo(begins) < 0 ? day.getYear() - 1 : day.getYear();
    }
}
