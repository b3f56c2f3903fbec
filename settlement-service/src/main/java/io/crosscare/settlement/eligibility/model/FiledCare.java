package io.crosscare.settlement.eligibility.model;

import java.time.LocalDate;

/**
 * The filing that care rests on.
 *
 * @param decidedOn the day that lies inside it and therefore decided
 * @param rule which days would have done
 */
public record FiledCare(FilingFacts filing, LocalDate decidedOn, DatedRule<FilingDay> rule) {

    static FiledCare of(FilingFacts filing, FilingWindow window) {
        return new FiledCare(filing, window.dayInside(filing), window.rule());
    }
}
