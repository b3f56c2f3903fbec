package io.crosscare.settlement.external.model;

import io.crosscare.settlement.benefit.model.BenefitYear;
import io.crosscare.settlement.chain.model.External.Manner;
import java.time.LocalDate;

/**
 * In which benefit periods the care of a day can count that the insured region's core system paid. In its own, or in the one
 * before or after it: a stay over the end of a period counts at its discharge or is divided by days, and the day may be any of
 * it. What is paid by hand may count when it is paid, however late. No period that has not begun has anything in it.
 *
 * @param careOn day of the care
 */
public record PossiblePeriods(LocalDate careOn, Manner manner, LocalDate today) {

    /** Whether a period is one of them, as counter keys write it. */
    public boolean contains(String period) {
        LocalDate begin = BenefitYear.beginOf(period);
        LocalDate latest = switch (manner) {
            case LOCAL -> careOn.plusYears(1);
            case MANUAL -> today;
        };
        return !begin.isAfter(today)
                && !begin.isAfter(latest)
                && begin.plusYears(2).isAfter(careOn);
    }
}
