package io.crosscare.settlement.benefit.model;

import java.time.LocalDate;
import java.time.Month;

/** The twelve months over which a person's deductible and ceilings are counted. */
public enum BenefitYear {
    /** From 1 January; its period is written {@code 2019}. */
    CALENDAR,
    /** For pupils and students, from 1 September; written {@code 2019S} for September 2019 to August 2020. */
    SCHOOL;

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
