package io.crosscare.settlement.chain.model;

import io.crosscare.chassis.money.Money;
import io.crosscare.settlement.benefit.model.SplitAmounts;
import java.util.ArrayList;
import java.util.List;

/**
 * One side of an entry's money: what a party receives (positive) or bears (negative). The postings of an entry sum to zero.
 */
public record Posting(Party party, Money amount) {

    /** Who receives or bears. */
    public enum Party {
        INSTITUTION,
        POOLED_FUND,
        LARGE_AMOUNT_FUND,
        SERIOUS_ILLNESS_FUND,
        PERSONAL_ACCOUNT,
        CASH,
        /** The insured region outside this suite, where credits and opening balances come from. */
        CORE_SYSTEM
    }

    /** The institution receives a bill's total from those who bear it. */
    static List<Posting> ofBill(SplitAmounts amounts) {
        return new Balanced()
                .receives(Party.INSTITUTION, amounts.totalCost())
                .bears(Party.POOLED_FUND, amounts.pooledFundPay())
                .bears(Party.LARGE_AMOUNT_FUND, amounts.largeAmountPay())
                .bears(Party.SERIOUS_ILLNESS_FUND, amounts.seriousIllnessPay())
                .bears(Party.PERSONAL_ACCOUNT, amounts.personalAccountPay())
                .bears(Party.CASH, amounts.cashPay())
                .all();
    }

    /** What is left of a bill when a part of it was given back: each party's difference. */
    static List<Posting> ofDifference(SplitAmounts before, SplitAmounts after) {
        return new Balanced()
                .receives(Party.INSTITUTION, after.totalCost().minus(before.totalCost()))
                .bears(Party.POOLED_FUND, after.pooledFundPay().minus(before.pooledFundPay()))
                .bears(Party.LARGE_AMOUNT_FUND, after.largeAmountPay().minus(before.largeAmountPay()))
                .bears(Party.SERIOUS_ILLNESS_FUND, after.seriousIllnessPay().minus(before.seriousIllnessPay()))
                .bears(Party.PERSONAL_ACCOUNT, after.personalAccountPay().minus(before.personalAccountPay()))
                .bears(Party.CASH, after.cashPay().minus(before.cashPay()))
                .all();
    }

    Posting negate() {
        return new Posting(party, amount.negate());
    }

    /** Collects postings that are not zero and holds them to their sum. */
    static final class Balanced {

        private final List<Posting> postings = new ArrayList<>();

        Balanced receives(Party party, Money amount) {
            if (!amount.isZero()) {
                postings.add(new Posting(party, amount));
            }
            return this;
        }

        Balanced bears(Party party, Money amount) {
            return receives(party, amount.negate());
        }

        List<Posting> all() {
            Money sum = postings.stream().map(Posting::amount).reduce(Money.ZERO, Money::plus);
            if (!sum.isZero()) {
                throw new IllegalStateException("postings do not sum to zero");
            }
            return List.copyOf(postings);
        }
    }
}
