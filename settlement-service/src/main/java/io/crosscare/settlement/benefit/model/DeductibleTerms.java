package io.crosscare.settlement.benefit.model;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.money.Ratio;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The deductible that holds for one bill. */
public sealed interface DeductibleTerms {

    Figure<Money> amount();

    /** Whose deductible it is, where that was a question; null otherwise. */
    @Nullable
    Figure<DeductibleLevel> levelReading();

    /** Used up once over the benefit year. */
    record Yearly(Figure<Money> amount, @Nullable Figure<DeductibleLevel> levelReading) implements DeductibleTerms {}

    /** Due at this admission, whole or a share of it by its number. */
    record PerAdmission(
            Figure<Money> amount, @Nullable Figure<DeductibleLevel> levelReading, List<Figure<Ratio>> shares)
            implements DeductibleTerms {

        public PerAdmission {
            shares = List.copyOf(shares);
        }

        /** The share for an admission, counted from 1; the last one given holds for all later ones. */
        Optional<Figure<Ratio>> shareOf(long admissionNumber) {
            return shares.isEmpty()
                    ? Optional.empty()
                    : Optional.of(shares.get((int) Math.min(admissionNumber, shares.size()) - 1));
        }
    }
}
