package io.crosscare.settlement.benefit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crosscare.chassis.money.Money;
import io.crosscare.settlement.policy.ShippedPacks;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What holds for every bill, tried on generated ones. Each failure names the seed of its bill; the generator is
 * {@code java.util.Random}, whose numbers are the same everywhere.
 */
class BenefitPropertiesTest {

    private static final int BILLS = 3_000;

    /** A generated bill with what the year holds before it. */
    private record Drawn(long seed, BillBuilder bill, PolicyPack pack, Counters before) {

        CostSplit split() {
            return bill.split(pack, before);
        }
    }

    @Test
    void hasFundAndPersonalPayThatSumToTheTotal() {
        for (long seed = 0; seed < BILLS; seed++) {
            Drawn drawn = draw(seed);

            SplitAmounts amounts = drawn.split().amounts();

            assertThat(amounts.fundPay().plus(amounts.personalPay()))
                    .as("seed %d", seed)
                    .isEqualTo(drawn.bill().bill().totalCost());
            assertThat(amounts.personalAccountPay().plus(amounts.cashPay()))
                    .as("seed %d", seed)
                    .isEqualTo(amounts.personalPay());
        }
    }

    @Test
    void neverPaysLessFromTheFundsWhenMoreCostIsEligible() {
        for (long seed = 0; seed < BILLS; seed++) {
            Drawn drawn = draw(seed);
            Random random = new Random(seed);
            Money fund = drawn.split().amounts().fundPay();

            drawn.bill().covered(1 + random.nextInt(random.nextBoolean() ? 3 : 1_000_000));

            assertThat(drawn.split().amounts().fundPay()).as("seed %d", seed).isGreaterThanOrEqualTo(fund);
        }
    }

    @Test
    void holdsEveryCeilingAndNeverOverdrawsTheAccount() {
        for (long seed = 0; seed < BILLS; seed++) {
            Drawn drawn = draw(seed);

            CostSplit split = drawn.split();

            Counters after = drawn.before().plus(split.delta());
            for (Step step : split.steps()) {
                if (step instanceof Step.PooledFundPay pooled && pooled.ceiling() != null) {
                    Money limit = pooled.ceiling().value().max(pooled.used());
                    assertThat(pooled.used().plus(pooled.amount()))
                            .as("seed %d", seed)
                            .isLessThanOrEqualTo(limit);
                }
                if (step instanceof Step.LargeAmountPay large) {
                    Money limit = large.fund().ceiling().value().max(large.used());
                    assertThat(large.used().plus(large.amount()))
                            .as("seed %d", seed)
                            .isLessThanOrEqualTo(limit);
                }
                if (step instanceof Step.Deductible deductible) {
                    assertThat(deductible.amount()).as("seed %d", seed).isLessThanOrEqualTo(deductible.left());
                }
            }
            assertThat(after.value("account")).as("seed %d", seed).isNotNegative();
        }
    }

    /** A stay settled in two parts pays its deductible once and is counted once, whatever was settled between them. */
    @Test
    void chargesTheDeductibleOfAStayOnceHoweverItIsCut() {
        for (long seed = 0; seed < BILLS; seed++) {
            Random random = new Random(seed);
            PersonType person = pick(random, PersonType.values());
            long first = random.nextLong(pick(random, 50_000L, 5_000_000L));
            long second = random.nextLong(pick(random, 50_000L, 5_000_000L));
            BillBuilder whole = aStayOf(person).covered(first).covered(second);
            PolicyPack pack = ShippedPacks.governing(whole.circumstances());
            Counters before = before(random, "2019");
            long number = before.value("2019/admissions") + 1;

            CostSplit atOnce = whole.split(pack, before);
            CostSplit one = aStayOf(person).covered(first).split(pack, before);
            long paid = one.amounts().deductible().fen();
            CostSplit two =
                    aStayOf(person).covered(second).continuing(number, paid).split(pack, before.plus(one.delta()));

            assertThat(one.amounts().deductible().plus(two.amounts().deductible()))
                    .as("seed %d", seed)
                    .isEqualTo(atOnce.amounts().deductible());
            Counters moved = one.delta().plus(two.delta());
            assertThat(moved.value("2019/admissions"))
                    .as("seed %d", seed)
                    .isEqualTo(atOnce.delta().value("2019/admissions"));
            assertThat(moved.value("2019/burden"))
                    .as("seed %d", seed)
                    .isCloseTo(atOnce.delta().value("2019/burden"), within(2L));
        }
    }

    private static BillBuilder aStayOf(PersonType person) {
        return BillBuilder.aBill().of(person);
    }

    @Test
    void isNeutralWhenSettledAndUndone() {
        for (long seed = 0; seed < BILLS; seed++) {
            Drawn drawn = draw(seed);
            Counters delta = drawn.split().delta();

            assertThat(drawn.before().plus(delta).plus(delta.negate()))
                    .as("seed %d", seed)
                    .isEqualTo(drawn.before());
        }
    }

    @Test
    void comesToTheSameWithoutItsSteps() {
        for (long seed = 0; seed < BILLS; seed++) {
            Drawn drawn = draw(seed);
            CostSplit split = drawn.split();

            AmountsOutcome without = BenefitCalculation.amounts(
                    drawn.bill().bill(), drawn.pack(), drawn.bill().catalogue(), drawn.before());

            assertThat(without).as("seed %d", seed).isEqualTo(new AmountsOnly(split.amounts(), split.delta()));
        }
    }

    @Test
    void roundsEachLineHalfUpAsDecimalArithmeticDoes() {
        for (long seed = 0; seed < BILLS; seed++) {
            for (LineSplit line : draw(seed).split().lines()) {
                Money within = line.line().amount().minus(line.overLimitSelfPay());
                BigDecimal exact = BigDecimal.valueOf(within.fen())
                        .multiply(BigDecimal.valueOf(line.upfrontRatio().basisPoints(), 4));
                long expected = exact.setScale(0, RoundingMode.HALF_UP).longValueExact();
                assertThat(line.upfrontSelfPay().fen()).as("seed %d", seed).isEqualTo(expected);
            }
        }
    }

    /** All steps, on every kind of bill that is drawn. */
    @Test
    void agreesWithAnIndependentReadingInDecimals() {
        for (long seed = 0; seed < BILLS; seed++) {
            Drawn drawn = draw(seed);

            assertThat(ReferenceSplit.named(drawn.split().amounts()))
                    .as("seed %d", seed)
                    .isEqualTo(ReferenceSplit.of(
                            drawn.bill().bill(), drawn.pack(), drawn.bill().catalogue(), drawn.before(), Set.of()));
        }
    }

    /** A second, independent reading of steps 5 to 8 in exact decimals, for the plain case of stays without a transfer. */
    @Test
    void agreesWithDecimalArithmeticOnStaysBelowTheCeiling() {
        for (long seed = 0; seed < BILLS; seed++) {
            Random random = new Random(seed);
            long cost = random.nextLong(20_000_000);
            CostSplit split = BillBuilder.aBill()
                    .of(PersonType.RETIRED)
                    .covered(cost)
                    .split(ShippedPacks.named("321100-employee-2019"), Counters.NONE);

            BigDecimal rest = BigDecimal.valueOf(Math.max(0, cost - 80_000));
            long expected = rest.multiply(new BigDecimal("0.91"))
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
            assertThat(split.amounts().pooledFundPay().fen())
                    .as("seed %d", seed)
                    .isEqualTo(expected);
        }
    }

    private static Drawn draw(long seed) {
        Random random = new Random(seed);
        BillBuilder bill = BillBuilder.aBill();
        boolean isNanjing = random.nextInt(3) == 0;
        String year = isNanjing && random.nextBoolean() ? "2024" : "2019";
        if (isNanjing) {
            bill.insuredInNanjing().of(pick(random, PersonType.ACTIVE, PersonType.RETIRED));
        } else {
            bill.of(pick(random, PersonType.values()));
        }
        bill.on(year + "-06-03").at(pick(random, InstitutionLevel.values()));
        bill.to(pick(random, DestinationType.IN_PROVINCE, DestinationType.CROSS_PROVINCE));
        if (random.nextInt(3) == 0) {
            bill.transferred();
        } else if (random.nextInt(3) == 0) {
            bill.forTreatment("ST04");
        }
        if (!isNanjing && !bill.circumstances().plan().equals(InsurancePlan.RESIDENT) && random.nextBoolean()) {
            bill.as(ServiceType.OUTPATIENT);
        }
        if (random.nextBoolean()) {
            bill.usingTheAccount();
        }
        if (random.nextInt(4) == 0) {
            bill.continuing(random.nextInt(4), random.nextLong(120_000));
        }
        int lines = 1 + random.nextInt(6);
        for (int i = 0; i < lines; i++) {
            line(random, bill);
        }
        return new Drawn(seed, bill, ShippedPacks.governing(bill.circumstances()), before(random, year));
    }

    private static void line(Random random, BillBuilder bill) {
        long fen = random.nextLong(pick(random, 100L, 10_000L, 1_000_000L, 40_000_000L));
        switch (random.nextInt(4)) {
            case 0 -> bill.covered(fen);
            case 1 -> bill.classB(fen, random.nextInt(10_001));
            case 2 -> bill.outside(fen);
            default -> bill.limited(fen, random.nextLong(1 + fen), random.nextInt(5_000));
        }
    }

    private static Counters before(Random random, String year) {
        Map<String, Long> values = new TreeMap<>();
        values.put("account", random.nextLong(1_000_000));
        for (Counter counter : Counter.values()) {
            if (counter.isPerPeriod() && random.nextBoolean()) {
                long max = counter == Counter.ADMISSIONS ? 5 : pick(random, 1_000L, 100_000L, 31_000_000L);
                values.put(counter.key(year), random.nextLong(max));
            }
        }
        return Counters.of(values);
    }

    @SafeVarargs
    private static <T> T pick(Random random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
