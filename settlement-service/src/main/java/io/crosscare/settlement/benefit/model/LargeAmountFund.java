package io.crosscare.settlement.benefit.model;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.money.Ratio;

/** 大额: pays its ratio of the cost above the pooled fund's ceiling, up to a ceiling of its own. */
public record LargeAmountFund(Figure<Ratio> ratio, Figure<Money> ceiling) {}
