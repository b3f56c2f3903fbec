package io.crosscare.settlement.benefit.model;

import java.time.LocalDate;
import java.time.Month;

/** The twelve months over which a person's deductible and ceilings are counted. */
public enum BenefitYear {
    /** From 1 January; its period is written {@code 2019}. */
    CALENDAR,
    /** For pupils and students, from 1 September; written {@code 2019S} for September 2019 to August 2020. */
    SCHOOL;

    /** First day of the period after the one a day belongs to. */
    LocalDate nextBegins(LocalDate day) {
        return switch (this) {
            case CALENDAR -> LocalDate.of(day.getYear() + 1, Month.JANUARY, 1);
            case SCHOOL -> {
                boolean isBeforeSeptember = day.getMonth().compareTo(Month.SEPTEMBER) < 0;
                yield LocalDate.of(isBeforeSeptember ? day.getYear() : day.getYear() + 1, Month.SEPTEMBER, 1);
            }
        };
    }

    /** The period a day belongs to, as counter keys write it. */
    public String periodOf(LocalDate day) {
        return switch (this) {
            case CALENDAR -> Integer.toString(day.getYear());
            case SCHOOL -> {
                boolean isBeforeSeptember = day.getMonth().compareTo(Month.SEPTEMBER) < 0;
                yield (isBeforeSeptember ? day.getYear() - 1 : day.getYear()) + "S";
            }
        };
    }
}
