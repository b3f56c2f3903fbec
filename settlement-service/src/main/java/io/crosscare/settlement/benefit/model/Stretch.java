package io.crosscare.settlement.benefit.model;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.money.Ratio;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of a care that lies in one benefit period, in days; first and last day of the care both count.
 *
 * @param daysBefore days of the care in earlier periods
 * @param days days of the care in this period
 * @param daysOfAll days of the whole care
 */
public record Stretch(String period, long daysBefore, long days, long daysOfAll) {

    /** The care in its periods, the earliest first. */
    static List<Stretch> of(BenefitYear year, LocalDate from, LocalDate to) {
        long all = ChronoUnit.DAYS.between(from, to) + 1;
        List<Stretch> stretches = new ArrayList<>();
        LocalDate first = from;
        while (!first.isAfter(to)) {
            LocalDate next = year.nextBegins(first);
            LocalDate end = next.isAfter(to) ? to.plusDays(1) : next;
            stretches.add(new Stretch(
                    year.periodOf(first),
                    ChronoUnit.DAYS.between(from, first),
                    ChronoUnit.DAYS.between(first, end),
                    all));
            first = end;
        }
        return stretches;
    }

    /**
     * This stretch's part of an amount of the whole care, by days. What has been divided up to the end of a stretch is rounded half-up, so
     * that the parts of all stretches sum to the amount.
     */
    Money partOf(Money whole) {
        return upTo(daysBefore + days, whole).minus(upTo(daysBefore, whole));
    }

    private Money upTo(long day, Money whole) {
        return Money.ofFen(Ratio.divideHalfUp(Math.multiplyExact(whole.fen(), day), daysOfAll));
    }
}
