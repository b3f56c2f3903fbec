package io.crosscare.settlement.benefit;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.settlement.benefit.model.Catalogue;
import io.crosscare.settlement.benefit.model.CostSplit;
import io.crosscare.settlement.benefit.model.GoldenCases;
import io.crosscare.settlement.benefit.model.GoldenCases.Golden;
import io.crosscare.settlement.benefit.model.PolicyPack;
import io.crosscare.settlement.benefit.model.Reference;
import io.crosscare.settlement.benefit.model.Splits;
import io.crosscare.settlement.policy.ShippedPacks;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExplanationTest {

    static List<Golden> cases() {
        return GoldenCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void hasLeavesOfFundAndPersonalPayThatSumToTheTotal(Golden golden) {
        Explanation explanation = explain(golden);

        long leaves = leavesOf(explanation.require(Rule.FUND_PAY)) + leavesOf(explanation.require(Rule.PERSONAL_PAY));

        assertThat(leaves).isEqualTo(golden.expected("total"));
        assertThat(leavesOf(explanation.require(Rule.TOTAL_COST))).isEqualTo(golden.expected("total"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysSomethingInBothLanguagesAboutEachAmount(Golden golden) {
        explain(golden).steps().stream().flatMap(ExplanationTest::nodes).forEach(node -> {
            assertThat(node.titleZh()).isNotBlank();
            assertThat(node.titleEn()).isNotBlank();
            assertThat(node.formulaZh()).as("%s", node.rule()).isNotBlank();
            assertThat(node.formulaEn()).as("%s", node.rule()).isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void leavesLinesOutOfTheStepsWhereNobodyWantsThem(Golden golden) {
        assertThat(explain(golden).steps().stream()
                        .map(ExplanationNode::withoutLines)
                        .flatMap(ExplanationTest::nodes))
                .isNotEmpty()
                .noneMatch(node -> node.rule() == Rule.LINE);
    }

    /** The parts of a line by itself sum to it, and rest on the catalogue. */
    @ParameterizedTest
    @MethodSource("cases")
    void explainsOneLineByItself(Golden golden) {
        CostSplit split = splitOf(golden);
        Explanation explanation = explain(golden);

        split.lines()
                .forEach(line -> assertThat(
                                LineParts.of(split, explanation, line.line().lineNumber())
                                        .orElseThrow())
                        .allSatisfy(part -> {
                            assertThat(part.formulaZh()).isNotBlank();
                            assertThat(part.references()).isNotEmpty();
                        })
                        .satisfies(parts -> assertThat(parts.stream()
                                        .mapToLong(ExplanationNode::amountFen)
                                        .sum())
                                .isEqualTo(line.line().amount().fen())));
        assertThat(LineParts.of(split, explanation, 999)).isEmpty();
    }

    @Test
    void saysThatAnItemIsNotInTheCatalogue() {
        Golden golden = GoldenCases.named("D01");
        Catalogue whole = golden.catalogue();
        Catalogue without = new Catalogue(
                whole.region(),
                whole.title(),
                whole.effectiveFrom(),
                whole.confidence(),
                whole.source(),
                Map.of(
                        "D01-1",
                        whole.items().get("D01-1"),
                        "D01-2",
                        whole.items().get("D01-2")));

        Explanation explanation = explain(golden, without);

        ExplanationNode fullSelfPay = explanation.require(Rule.FULL_SELF_PAY);
        assertThat(fullSelfPay.amountFen()).isEqualTo(4_200);
        assertThat(fullSelfPay.formulaZh()).isEqualTo("丙类 0 条，目录未收载 1 条");
        assertThat(fullSelfPay.children())
                .singleElement()
                .satisfies(line -> assertThat(line.formulaZh()).isEqualTo("目录未收载，全额自费"));
        assertThat(explanation.lines().getLast().isListed()).isFalse();
    }

    @Test
    void marksAmountsWithTheConfidenceOfTheirFigures() {
        Explanation explanation = explain(GoldenCases.named("G06"));

        List<Reference> references = explanation.require(Rule.TRANSFER_SELF_PAY).references();

        assertThat(references.getFirst())
                .isEqualTo(new Reference("ZJ.EMP.TR.NON.UP", "40%", "镇江市异地就医政策问答 基本政策 六(二)", "官方", "documented"));
        assertThat(references.getLast().mark()).isEqualTo("假设");
    }

    @Test
    void explainsTheCeilingAndWhatStaysAboveIt() {
        Explanation explanation = explain(GoldenCases.named("G14"));

        assertThat(explanation.require(Rule.POOLED_FUND_PAY).formulaZh())
                .isEqualTo("年度限额 300,000.00 − 已付 290,000.00；按比例 89,726.00，已封顶");
        assertThat(explanation.require(Rule.ABOVE_CEILING).amountFen()).isEqualTo(8_761_099 - 7_884_989);
        assertThat(explanation.require(Rule.COINSURANCE).amountFen()).isEqualTo(1_098_901 - 1_000_000);
    }

    private static Explanation explain(Golden golden) {
        return explain(golden, golden.catalogue());
    }

    private static Explanation explain(Golden golden, Catalogue catalogue) {
        PolicyPack pack = ShippedPacks.governing(golden.circumstances());
        CostSplit split = Splits.of(golden.bill(), pack, catalogue, golden.before());
        return Explanation.of(split, golden.circumstances(), pack, catalogue);
    }

    private static CostSplit splitOf(Golden golden) {
        return Splits.of(
                golden.bill(), ShippedPacks.governing(golden.circumstances()), golden.catalogue(), golden.before());
    }

    private static long leavesOf(ExplanationNode node) {
        return nodes(node)
                .filter(one -> one.children().isEmpty())
                .mapToLong(ExplanationNode::amountFen)
                .sum();
    }

    private static Stream<ExplanationNode> nodes(ExplanationNode node) {
        return Stream.concat(Stream.of(node), node.children().stream().flatMap(ExplanationTest::nodes));
    }
}
