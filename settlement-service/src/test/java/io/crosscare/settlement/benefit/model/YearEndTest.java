package io.crosscare.settlement.benefit.model;

import static io.crosscare.settlement.benefit.model.BillBuilder.aBill;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.settlement.benefit.Explanation;
import io.crosscare.settlement.benefit.ExplanationNode;
import io.crosscare.settlement.benefit.Rule;
import io.crosscare.settlement.document.CanonicalText;
import io.crosscare.settlement.policy.PolicyReader;
import io.crosscare.settlement.policy.ShippedPacks;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stay over the end of a benefit period, of one claim: whole in the period of its discharge, or by the days in each. */
class YearEndTest {

    private static final int STAYS = 500;
    private static final Counters NEAR_THE_CEILING = Counters.of("2019/pooled", 29_000_000);

    private final PolicyPack byDays = byDays("321100-employee-2019");

    /** Ten days of either year; 99,200.00 shared, 87 % by the fund. What the ceiling of 2019 cuts goes to the large-amount fund. */
    @Test
    void countsEachYearsDaysAgainstThatYearsCeiling() {
        CostSplit split = stay().split(byDays, NEAR_THE_CEILING);

        assertThat(split.amounts().deductible().fen()).isEqualTo(80_000);
        assertThat(split.amounts().pooledFundPay().fen()).isEqualTo(1_000_000 + 4_315_200);
        assertThat(split.amounts().largeAmountPay().fen()).isEqualTo(3_429_518);
        assertThat(split.delta())
                .isEqualTo(Counters.of(Map.of(
                        "2019/pooled", 1_000_000L,
                        "2019/large", 3_429_518L,
                        "2020/pooled", 4_315_200L,
                        "2020/admissions", 1L)));
    }

    @Test
    void countsItWholeAtTheDischargeWhereThePolicyDoesNotSay() {
        CostSplit split = stay().split(ShippedPacks.named("321100-employee-2019"), NEAR_THE_CEILING);

        assertThat(split.amounts().pooledFundPay().fen()).isEqualTo(8_630_400);
        assertThat(split.delta()).isEqualTo(Counters.of(Map.of("2020/pooled", 8_630_400L, "2020/admissions", 1L)));
    }

    @Test
    void dividesNothingWithinOneYearAndNoOutpatientCare() {
        BillBuilder within = aBill().from("2019-03-01", "2019-12-31").covered(10_000_000);
        BillBuilder outpatient = aBill().as(ServiceType.OUTPATIENT)
                .from("2019-12-31", "2020-01-01")
                .covered(100_000);

        for (BillBuilder bill : List.of(within, outpatient)) {
            CostSplit divided = bill.split(byDays, Counters.NONE);
            CostSplit whole = bill.split(ShippedPacks.named("321100-employee-2019"), Counters.NONE);
            assertThat(divided.amounts()).isEqualTo(whole.amounts());
            assertThat(divided.delta()).isEqualTo(whole.delta());
            assertThat(divided.steps()).isEqualTo(whole.steps());
        }
    }

    @ParameterizedTest(name = "{0} {1} to {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
        CALENDAR | 2019-12-31 | 2020-01-01 | 2019:1 2020:1
        CALENDAR | 2019-12-30 | 2020-01-03 | 2019:2 2020:3
        CALENDAR | 2019-12-01 | 2021-01-02 | 2019:31 2020:366 2021:2
        SCHOOL   | 2019-08-31 | 2019-09-02 | 2018S:1 2019S:2
        SCHOOL   | 2019-12-31 | 2020-01-01 | 2019S:2
        """)
    void takesTheDaysOfEachPeriod(BenefitYear year, LocalDate from, LocalDate to, String expected) {
        assertThat(Stretch.of(year, from, to).stream().map(one -> one.period() + ":" + one.days()))
                .containsExactly(expected.split(" "));
    }

    /** Whatever is divided: nothing is lost, and no period takes less than nothing. */
    @Test
    void losesNothingInTheDivision() {
        for (long seed = 0; seed < STAYS; seed++) {
            Random random = new Random(seed);
            LocalDate to = LocalDate.of(2020, 1, 1).plusDays(random.nextLong(40));
            LocalDate from = LocalDate.of(2019, 12, 31).minusDays(random.nextLong(400));
            BillBuilder bill = aBill().from(from.toString(), to.toString())
                    .covered(random.nextLong(60_000_000) + 1)
                    .classB(random.nextLong(900_000) + 1, 1_000);
            if (random.nextBoolean()) {
                bill.transferred();
            }
            Counters before = random.nextBoolean() ? NEAR_THE_CEILING : Counters.NONE;

            CostSplit split = bill.split(byDays, before);

            assertThat(split.delta().values().values())
                    .as("seed %d", seed)
                    .allSatisfy(value -> assertThat(value).isPositive());
            assertThat(sumOf(split, "pooled"))
                    .as("seed %d", seed)
                    .isEqualTo(split.amounts().pooledFundPay().fen());
            assertThat(sumOf(split, "large"))
                    .as("seed %d", seed)
                    .isEqualTo(split.amounts().largeAmountPay().fen());
            assertThat(leavesOf(explained(bill, split)))
                    .as("seed %d", seed)
                    .isEqualTo(split.amounts().totalCost().fen());
        }
    }

    /** The bands of serious-illness insurance lie on each year's burden by itself. */
    @Test
    void beginsTheBandsOfSeriousIllnessInEachYearAnew() {
        PolicyPack nanjing = byDays("320100-employee-2024");
        BillBuilder stay =
                aBill().insuredInNanjing().from("2024-12-31", "2025-01-01").covered(20_000_000);
        Counters heavy = Counters.of("2024/burden", 1_500_000);

        CostSplit divided = stay.split(nanjing, heavy);
        CostSplit whole = stay.split(ShippedPacks.named("320100-employee-2024"), heavy);

        assertThat(divided.delta().value("2024/burden") + divided.delta().value("2025/burden"))
                .isEqualTo(whole.delta().value("2025/burden"));
        assertThat(divided.amounts().seriousIllnessPay())
                .isNotEqualTo(whole.amounts().seriousIllnessPay());
        assertThat(divided.steps())
                .filteredOn(Step.SeriousIllnessPay.class::isInstance)
                .hasSize(1);
    }

    @Test
    void saysOfEachPeriodWhichDaysItTakes() {
        BillBuilder stay = stay();

        Explanation explanation = explained(stay, stay.split(byDays, NEAR_THE_CEILING));

        assertThat(explanation.steps())
                .filteredOn(node -> node.rule() == Rule.DIVIDED_BY_DAYS)
                .extracting(ExplanationNode::formulaZh)
                .containsExactly("2019 年度：99,200.00 按住院 20 天中的 10 天分入", "2020 年度：99,200.00 按住院 20 天中的 10 天分入");
        assertThat(explanation.steps())
                .filteredOn(node -> node.rule() == Rule.DIVIDED_BY_DAYS)
                .allSatisfy(node -> assertThat(node.references())
                        .singleElement()
                        .satisfies(reference -> assertThat(reference.value()).isEqualTo("跨年度住院按天数分入各年度")));
    }

    @Test
    void isAPlaceThatPacksAreComparedBy() {
        assertThat(byDays.places()).containsKey("readings.yearEnd");
        assertThat(ShippedPacks.named("321100-employee-2019").places()).doesNotContainKey("readings.yearEnd");
    }

    private static BillBuilder stay() {
        return aBill().from("2019-12-22", "2020-01-10").covered(10_000_000);
    }

    private static PolicyPack byDays(String name) {
        return PolicyReader.read(new CanonicalText(ShippedPacks.dividedByDays(name)));
    }

    private Explanation explained(BillBuilder bill, CostSplit split) {
        return Explanation.of(split, bill.circumstances(), byDays, bill.catalogue());
    }

    private static long sumOf(CostSplit split, String counter) {
        return split.delta().values().entrySet().stream()
                .filter(moved -> moved.getKey().endsWith("/" + counter))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static long leavesOf(Explanation explanation) {
        return explanation.steps().stream()
                .filter(node -> node.rule() == Rule.FUND_PAY || node.rule() == Rule.PERSONAL_PAY)
                .flatMap(YearEndTest::leaves)
                .mapToLong(ExplanationNode::amountFen)
                .sum();
    }

    private static Stream<ExplanationNode> leaves(ExplanationNode node) {
        return node.children().isEmpty()
                ? Stream.of(node)
                : node.children().stream().flatMap(YearEndTest::leaves);
    }
}
