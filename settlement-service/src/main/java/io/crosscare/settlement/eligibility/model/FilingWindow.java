package io.crosscare.settlement.eligibility.model;

import java.time.LocalDate;

/**
 * The days of which one has to lie inside a filing, and the rule that says so. Mostly it is one day.
 *
 * @param from the day of care, or of a stay the admission
 * @param until the last day that will do
 */
public record FilingWindow(LocalDate from, LocalDate until, DatedRule<FilingDay> rule) {

    public FilingWindow {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("a window ends on the day it begins or later");
        }
    }

    /** The day that decided for a filing: the first of the window that lies inside it. */
    LocalDate dayInside(FilingFacts filing) {
        return filing.beginsAfter(from) ? filing.effectiveFrom() : from;
    }

    /** The day that decided against everybody: what has ended was missed at the beginning, all else until the end. */
    LocalDate dayMissed(RefusalReason reason) {
        return reason == RefusalReason.FILING_EXPIRED ? from : until;
    }
}
