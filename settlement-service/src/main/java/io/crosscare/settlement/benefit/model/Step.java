package io.crosscare.settlement.benefit.model;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.money.Ratio;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One amount as it was computed, with its operands and the figures that decided it: the calculation's own account of itself,
 * in the order of domain.md §4.1. Values only; the words are made by whoever shows it.
 */
public sealed interface Step {

    Money amount();

    /** What of the policy decided the amount; empty where only the catalogue or subtraction did. */
    default List<Figure<?>> figures() {
        return List.of();
    }

    /** 0 · 医疗费总额: the sum of the lines. */
    record TotalCost(Money amount, int lineCount) implements Step {}

    /** 1 · 全自费: class C, and what the catalogue does not list. */
    record FullSelfPay(Money amount, int lineCount, int unlistedCount) implements Step {}

    /** 2 · 超限价自费. */
    record OverLimitSelfPay(Money amount, int lineCount) implements Step {}

    /** 3 · 乙类先行自付: per line, then summed. */
    record UpfrontSelfPay(Money amount, int lineCount) implements Step {}

    /** 4 · 符合政策范围金额. */
    record EligibleCost(Money amount, Money totalCost, Money fullSelfPay, Money overLimitSelfPay, Money upfrontSelfPay)
            implements Step {}

    /**
     * 5 · 转外自理.
     *
     * @param base what the share is taken from
     * @param upfront null where no upfront part is due
     */
    record TransferSelfPay(
            Money amount, Money base, @Nullable Figure<Ratio> upfront, Figure<UpfrontBase> baseReading)
            implements Step {

        @Override
        public List<Figure<?>> figures() {
            return upfront == null ? List.of() : List.of(upfront, baseReading);
        }
    }

    /**
     * 6 · 起付线: at most what is left of the cost.
     *
     * @param cost eligible cost less transfer self-pay
     * @param nominal the amount due; of a stay already by its number in the year
     * @param used what the year already used; of a stay, what was charged for it before, at a settlement on the way
     * @param admissionNumber the stay's number in the year; zero where the deductible is yearly
     */
    record Deductible(
            Money amount, Money cost, Money nominal, Money used, long admissionNumber, List<Figure<?>> figures)
            implements Step {

        public Deductible {
            figures = List.copyOf(figures);
        }

        static Deductible none(Money cost) {
            return new Deductible(Money.ZERO, cost, Money.ZERO, Money.ZERO, 0, List.of());
        }

        public Money left() {
            return nominal.minus(used).max(Money.ZERO);
        }
    }

    /**
     * 跨年度按天分割: of a stay over the end of a benefit period, what one period takes of the cost that is shared. The steps from
     * here to the next of these, or to the sum of the funds, are of that period.
     *
     * @param cost that the whole stay shares
     */
    record DividedByDays(Money amount, Money cost, Stretch stretch, Figure<YearEnd> reading) implements Step {

        @Override
        public List<Figure<?>> figures() {
            return List.of(reading);
        }
    }

    /** 7 · 按比例: the fund's share of what remains, before any ceiling. */
    record ShareByRatio(Money amount, Money cost, EffectiveRatio ratio) implements Step {

        @Override
        public List<Figure<?>> figures() {
            return ratio.figures();
        }
    }

    /**
     * 8 · 统筹基金支付: the share, within what is left of the annual ceiling.
     *
     * @param share by ratio
     * @param ceiling null where there is none
     * @param used of the ceiling, before this bill
     * @param covered the cost that this pay stands for; above it the large-amount fund begins
     */
    record PooledFundPay(
            Money amount,
            Money share,
            @Nullable Figure<Money> ceiling,
            Figure<CeilingBasis> basis,
            Money used,
            Money covered)
            implements Step {

        @Override
        public List<Figure<?>> figures() {
            return ceiling == null ? List.of() : List.of(ceiling, basis);
        }

        /** Whether the ceiling, not the ratio, decided the amount. */
        public boolean isCapped() {
            return amount.compareTo(share) < 0;
        }
    }

    /** 8 · 大额: its ratio of the cost above the pooled ceiling. */
    record LargeAmountPay(Money amount, Money excess, LargeAmountFund fund, Money used) implements Step {

        @Override
        public List<Figure<?>> figures() {
            return List.of(fund.ratio(), fund.ceiling());
        }
    }

    /** 9 · the burden this bill adds to the year, which 大病保险 looks at. It pays nothing itself. */
    record Burden(Money amount, Money before, SeriousIllnessInsurance insurance) implements Step {

        @Override
        public List<Figure<?>> figures() {
            return List.of(insurance.start());
        }
    }

    /** 9 · 大病保险: one band's share of the burden that lies in it. */
    record SeriousIllnessPay(Money amount, Money portion, RatioBand band, Figure<List<RatioBand>> bands)
            implements Step {

        @Override
        public List<Figure<?>> figures() {
            return List.of(bands);
        }
    }

    /** 基金支付总额. */
    record FundPay(Money amount, Money pooled, Money largeAmount, Money seriousIllness) implements Step {}

    /** 10 · 个人负担总额: by subtraction. */
    record PersonalPay(Money amount, Money totalCost, Money fundPay) implements Step {}

    /**
     * 11 · 个人账户.
     *
     * @param allowed the most the account may pay of this bill
     */
    record PersonalAccountPay(Money amount, boolean isWanted, Money balance, Money allowed, Figure<AccountScope> scope)
            implements Step {

        @Override
        public List<Figure<?>> figures() {
            return isWanted ? List.of(scope) : List.of();
        }
    }

    /** 11 · 现金. */
    record CashPay(Money amount, Money personalPay, Money personalAccountPay) implements Step {}
}
