package io.crosscare.benchmark.benefit;

import io.crosscare.benchmark.benefit.drools.Answer;
import io.crosscare.benchmark.benefit.drools.NanjingRules;
import io.crosscare.settlement.benefit.model.CostSplit;
import io.crosscare.settlement.benefit.model.Counter;
import io.crosscare.settlement.benefit.model.Counters;
import io.crosscare.settlement.benefit.model.SplitAmounts;
import io.crosscare.settlement.benefit.model.SplitOutcome;
import io.crosscare.settlement.benefit.model.SplitRefusal;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Holds the answers of the rule engine against those of the suite's own calculation. */
final class Agreement {

    private final SampleBills bills;
    private final NanjingRules rules;

    Agreement(SampleBills bills, NanjingRules rules) {
        this.bills = bills;
        this.rules = rules;
    }

    /**
     * A bill on which the two differ, and how.
     *
     * @param rules what the rule engine says, from a fresh session or from the pool
     */
    record Difference(String bill, Answer calculation, Answer rules) {}

    /** How many bills were split and how many refused; both must have occurred for an agreement to mean something. */
    record Tried(int split, int refused) {}

    /** Thrown at the first bill with two answers. */
    static final class Broken extends Exception {

        private static final long serialVersionUID = 1L;

        Broken(Difference difference) {
            super("账单 %s 两边不同 / the two differ on the bill %s: %s, Drools %s"
                    .formatted(difference.bill(), difference.bill(), difference.calculation(), difference.rules()));
        }
    }

    /** Tries the bills of so many seeds; {@code done} hears of each. */
    Tried require(long seed, int count, LongConsumer done) throws Broken {
        int refused = 0;
        for (long next = seed; next < seed + count; next++) {
            Sample sample = bills.draw(next);
            Optional<Difference> difference = differenceOn(sample);
            if (difference.isPresent()) {
                throw new Broken(difference.get());
            }
            refused += sample.split() instanceof SplitRefusal ? 1 : 0;
            done.accept(next);
        }
        return new Tried(count - refused, refused);
    }

    private Optional<Difference> differenceOn(Sample sample) {
        SplitOutcome outcome = sample.split();
        Answer calculation = answerOf(outcome);
        Answer fresh = rules.answer(sample.bill(), sample.catalogue(), sample.before());
        Answer pooled = rules.answerFromPool(sample.bill(), sample.catalogue(), sample.before());
        if (!calculation.equals(fresh)) {
            return Optional.of(new Difference(sample.name(), calculation, fresh));
        }
        if (!calculation.equals(pooled)) {
            return Optional.of(new Difference(sample.name(), calculation, pooled));
        }
        if (outcome instanceof CostSplit split && !split.delta().equals(deltaOf(fresh, sample))) {
            throw new IllegalStateException(sample.name() + " moves other counters than it pays");
        }
        return Optional.empty();
    }

    private static Counters deltaOf(Answer answer, Sample sample) {
        String period = sample.bill().circumstances().period();
        return Counters.of(Map.of(
                Counter.DEDUCTIBLE_OUTPATIENT.key(period), answer.deductible(),
                Counter.POOLED_OUTPATIENT.key(period), answer.pooledFundPay(),
                Counter.ACCOUNT.word(), -answer.personalAccountPay()));
    }

    private static Answer answerOf(SplitOutcome outcome) {
        return switch (outcome) {
            case SplitRefusal refusal -> Answer.refused(refusal.reason());
            case CostSplit split -> answerOf(split.amounts());
        };
    }

    private static Answer answerOf(SplitAmounts amounts) {
        if (!amounts.fundPay().equals(amounts.pooledFundPay())
                || !amounts.transferSelfPay().isZero()) {
            throw new IllegalStateException("the bills are of people who pay no transfer and have one fund");
        }
        return new Answer(
                null,
                amounts.fullSelfPay().fen(),
                amounts.overLimitSelfPay().fen(),
                amounts.upfrontSelfPay().fen(),
                amounts.eligibleCost().fen(),
                amounts.deductible().fen(),
                amounts.reimbursementRatio().basisPoints(),
                amounts.pooledFundPay().fen(),
                amounts.personalPay().fen(),
                amounts.personalAccountPay().fen(),
                amounts.cashPay().fen());
    }
}
