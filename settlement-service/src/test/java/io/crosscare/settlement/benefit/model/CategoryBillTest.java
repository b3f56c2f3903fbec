package io.crosscare.settlement.benefit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosscare.chassis.money.Money;
import io.crosscare.settlement.benefit.Explanation;
import io.crosscare.settlement.benefit.ExplanationNode;
import io.crosscare.settlement.benefit.Rule;
import io.crosscare.settlement.benefit.model.GoldenCases.Golden;
import io.crosscare.settlement.catalogue.PublishedCatalogue;
import io.crosscare.settlement.policy.ShippedPacks;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden bills again, as the care region would send them: a total of each line's category, already split. */
class CategoryBillTest {

    private static final Catalogue NO_CATALOGUE = PublishedCatalogue.OF_THE_CARE_REGION.catalogue();

    static List<Golden> cases() {
        return GoldenCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void comesToTheSameAsWithItsLines(Golden golden) {
        PolicyPack pack = ShippedPacks.governing(golden.circumstances());
        CostSplit byLines = Splits.of(golden.bill(), pack, golden.catalogue(), golden.before());

        CostSplit byTotals = Splits.of(categories(golden, byLines), pack, NO_CATALOGUE, golden.before());

        assertThat(byTotals.amounts()).isEqualTo(byLines.amounts());
        assertThat(byTotals.delta()).isEqualTo(byLines.delta());
        assertThat(byTotals.steps())
                .isEqualTo(byLines.steps().stream()
                        .map(CategoryBillTest::withoutUnlisted)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isExplainedFromTheTotalsOn(Golden golden) {
        PolicyPack pack = ShippedPacks.governing(golden.circumstances());
        CostSplit byLines = Splits.of(golden.bill(), pack, golden.catalogue(), golden.before());
        CostSplit byTotals = Splits.of(categories(golden, byLines), pack, NO_CATALOGUE, golden.before());

        Explanation explanation = Explanation.of(byTotals, golden.circumstances(), pack, NO_CATALOGUE);

        assertThat(explanation.lines()).hasSameSizeAs(byLines.lines()).allSatisfy(line -> {
            assertThat(line.itemClass()).isNull();
            assertThat(line.isListed()).isNull();
        });
        assertThat(explanation.steps())
                .filteredOn(node -> node.rule() == Rule.TOTAL_COST)
                .singleElement()
                .satisfies(total -> {
                    assertThat(total.formulaZh()).isEqualTo(byLines.lines().size() + " 类费用之和");
                    assertThat(total.children())
                            .extracting(ExplanationNode::formulaZh)
                            .doesNotContain("无");
                });
        assertThat(explanation.steps())
                .filteredOn(node -> node.rule() == Rule.FUND_PAY || node.rule() == Rule.PERSONAL_PAY)
                .extracting(ExplanationNode::amountFen)
                .satisfies(payers ->
                        assertThat(payers.stream().mapToLong(fen -> fen).sum()).isEqualTo(golden.expected("total")));
    }

    @Test
    void refusesACategoryThatGivesBackMoreThanWasCharged() {
        Golden golden = GoldenCases.named("G22b");
        Bill bill = new Bill(golden.circumstances(), List.of(total(1, golden, Money.ofFen(-1))));

        assertThat(BenefitCalculation.split(
                        bill, ShippedPacks.governing(golden.circumstances()), NO_CATALOGUE, golden.before()))
                .isInstanceOfSatisfying(
                        SplitRefusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(SplitRefusal.Reason.BILL_INCONSISTENT));
    }

    @Test
    void isNoBillTogetherWithFeeLines() {
        Golden golden = GoldenCases.named("G22b");
        List<FeeLine> mixed = new ArrayList<>(golden.bill().lines());
        mixed.add(total(mixed.size() + 1, golden, Money.ofFen(1)));

        assertThatThrownBy(() -> new Bill(golden.circumstances(), mixed)).isInstanceOf(IllegalArgumentException.class);
    }

    private static FeeLine total(int number, Golden golden, Money eligible) {
        return FeeLine.ofCategory(
                number,
                "西药费",
                new GivenSplit(Money.ZERO, Money.ZERO, Money.ZERO, eligible),
                golden.circumstances().serviceTo());
    }

    private static Bill categories(Golden golden, CostSplit byLines) {
        return new Bill(
                golden.circumstances(),
                byLines.lines().stream()
                        .map(line -> FeeLine.ofCategory(
                                line.line().lineNumber(),
                                line.name(),
                                new GivenSplit(
                                        line.fullSelfPay(),
                                        line.overLimitSelfPay(),
                                        line.upfrontSelfPay(),
                                        line.eligibleCost()),
                                line.line().serviceDate()))
                        .toList());
    }

    /** What no catalogue lists is not told of a category. */
    private static Step withoutUnlisted(Step step) {
        return step instanceof Step.FullSelfPay part ? new Step.FullSelfPay(part.amount(), part.lineCount(), 0) : step;
    }
}
