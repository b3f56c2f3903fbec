package io.crosscare.settlement.benefit.model;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.money.Ratio;
import java.util.List;

/** How a service's deductible (起付线) is counted. */
public sealed interface DeductibleRule {

    FigureTable<Money> amounts();

    /** Used up once over the benefit year. */
    record Yearly(FigureTable<Money> amounts) implements DeductibleRule {}

    /**
     * Due at every admission, or a share of it by the admission's number in the year.
     *
     * @param shares of the first, second … admission; the last one holds for all later ones; empty where each pays it whole
     */
    record PerAdmission(FigureTable<Money> amounts, List<Figure<Ratio>> shares) implements DeductibleRule {

        public PerAdmission {
            shares = List.copyOf(shares);
        }
    }
}
