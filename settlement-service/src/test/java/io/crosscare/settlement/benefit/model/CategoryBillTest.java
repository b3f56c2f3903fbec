package io.crosscare.settlement.benefit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosscare.chassis.money.Money;
import io.crosscare.settlement.benefit.Explanation;
import io.crosscare.settlement.benefit.ExplanationNode;
import io.crosscare.settlement.benefit.Rule;
import io.crosscare.settlement.benefit.model.GoldenCases.Golden;
import io.crosscare.settlement.policy.ShippedPacks;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden bills again, as the care region would send them: a total of each line's category, already split. */
class CategoryBillTest {

    static List<Golden> cases() {
        return GoldenCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void comesToTheSameAsWithItsLines(Golden golden) {
        PolicyPack pack = ShippedPacks.governing(golden.circumstances());
        CostSplit byLines = Splits.of(golden.bill(), pack, golden.catalogue(), golden.before());

        CostSplit byTotals = (CostSplit) BenefitCalculation.split(categories(golden, byLines), pack, golden.before());

        assertThat(byTotals.amounts()).isEqualTo(byLines.amounts());
        assertThat(byTotals.delta()).isEqualTo(byLines.delta());
        assertThat(byTotals.steps())
                .isEqualTo(byLines.steps().stream()
                        .map(CategoryBillTest::withoutLines)
                        .toList());
        assertThat(byTotals.lines()).isEmpty();
    }

    @Test
    void isExplainedFromTheTotalsOn() {
        Golden golden = GoldenCases.named("G22b");
        PolicyPack pack = ShippedPacks.governing(golden.circumstances());
        CostSplit byLines = Splits.of(golden.bill(), pack, golden.catalogue(), golden.before());
        CostSplit byTotals = (CostSplit) BenefitCalculation.split(categories(golden, byLines), pack, golden.before());

        Explanation explanation = Explanation.of(byTotals, golden.circumstances(), pack, golden.catalogue());

        assertThat(explanation.lines()).isEmpty();
        assertThat(explanation.steps())
                .filteredOn(node -> node.rule() == Rule.FUND_PAY || node.rule() == Rule.PERSONAL_PAY)
                .extracting(ExplanationNode::amountFen)
                .satisfies(payers ->
                        assertThat(payers.stream().mapToLong(fen -> fen).sum()).isEqualTo(golden.expected("total")));
    }

    @Test
    void refusesACategoryThatGivesBackMoreThanWasCharged() {
        Golden golden = GoldenCases.named("G22b");
        CategoryBill bill = new CategoryBill(
                golden.circumstances(),
                List.of(new CategoryTotal("西药费", Money.ZERO, Money.ZERO, Money.ZERO, Money.ofFen(-1))));

        assertThat(BenefitCalculation.split(bill, ShippedPacks.governing(golden.circumstances()), golden.before()))
                .isInstanceOfSatisfying(
                        SplitRefusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(SplitRefusal.Reason.BILL_INCONSISTENT));
        assertThatThrownBy(() -> new CategoryBill(golden.circumstances(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static CategoryBill categories(Golden golden, CostSplit byLines) {
        return new CategoryBill(
                golden.circumstances(),
                byLines.lines().stream()
                        .map(line -> new CategoryTotal(
                                line.name(),
                                line.fullSelfPay(),
                                line.overLimitSelfPay(),
                                line.upfrontSelfPay(),
                                line.eligibleCost()))
                        .toList());
    }

    /** How many lines had a part is not told of a bill without lines. */
    private static Step withoutLines(Step step) {
        return switch (step) {
            case Step.FullSelfPay part -> new Step.FullSelfPay(part.amount(), 0, 0);
            case Step.OverLimitSelfPay part -> new Step.OverLimitSelfPay(part.amount(), 0);
            case Step.UpfrontSelfPay part -> new Step.UpfrontSelfPay(part.amount(), 0);
            default -> step;
        };
    }
}
