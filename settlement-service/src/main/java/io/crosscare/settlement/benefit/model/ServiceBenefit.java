package io.crosscare.settlement.benefit.model;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.money.Ratio;
import org.jspecify.annotations.Nullable;

/**
 * What a policy gives for one service type at the person's own terms, before anything a transfer changes.
 *
 * @param deductible null where there is none
 * @param ratios the fund's share
 * @param ceiling of the pooled fund in the year; null where there is none
 * @param largeAmount pays on above the ceiling; null where nothing does
 */
public record ServiceBenefit(
        @Nullable DeductibleRule deductible,
        FigureTable<Ratio> ratios,
        @Nullable FigureTable<Money> ceiling,
        @Nullable LargeAmountFund largeAmount) {

    public ServiceBenefit {
        if (largeAmount != null && ceiling == null) {
            throw new IllegalArgumentException("a large-amount fund needs a ceiling above which it pays");
        }
    }
}
