package io.crosscare.filing.lodging.model;

/**
 * How many days before it happens people are told.
 *
 * @param endingDays before the last day of a filing
 * @param promiseDays before the last day of a promise
 */
public record ReminderRule(int endingDays, int promiseDays, Clause clause) {

    public ReminderRule {
        if (endingDays < 1 || promiseDays < 1) {
            throw new IllegalArgumentException("a reminder comes at least a day before");
        }
    }
}
