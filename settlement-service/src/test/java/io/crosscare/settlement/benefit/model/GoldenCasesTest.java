package io.crosscare.settlement.benefit.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.money.Money;
import io.crosscare.settlement.benefit.model.GoldenCases.Golden;
import io.crosscare.settlement.policy.ShippedPacks;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every golden settlement comes out of the model and the shipped packs, to the fen. */
class GoldenCasesTest {

    static List<Golden> cases() {
        return GoldenCases.all();
    }

    @Test
    void readsAllNineteen() {
        assertThat(cases()).hasSize(19);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesTheGoldenAmounts(Golden golden) {
        SplitAmounts amounts = split(golden).amounts();

        Map<String, Long> actual = named(amounts);
        Map<String, Long> expected = new LinkedHashMap<>();
        actual.keySet().forEach(name -> expected.put(name, golden.expected(name)));
        assertThat(actual)
                .isEqualTo(expected)
                .hasSize(golden.node().path("expected").size());
        assertThat(amounts.fundPay().fen())
                .isEqualTo(golden.expected("pooled") + golden.expected("large") + golden.expected("serious"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void splitsEachLineAsTheGoldenFileDoes(Golden golden) {
        List<LineSplit> lines = split(golden).lines();

        JsonNode expected = golden.node().path("lines");
        assertThat(lines).hasSize(expected.size());
        for (int i = 0; i < lines.size(); i++) {
            JsonNode line = expected.get(i);
            assertThat(lines.get(i).fullSelfPay().fen())
                    .isEqualTo(line.path("full_self").asLong());
            assertThat(lines.get(i).overLimitSelfPay().fen())
                    .isEqualTo(line.path("over_limit").asLong());
            assertThat(lines.get(i).upfrontSelfPay().fen())
                    .isEqualTo(line.path("class_b").asLong());
            assertThat(lines.get(i).eligibleCost().fen())
                    .isEqualTo(line.path("in_scope").asLong());
            assertThat(lines.get(i).itemClass().name())
                    .isEqualTo(line.path("class").asString());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void namesTheFiguresTheGoldenFileNames(Golden golden) {
        Set<String> named = new LinkedHashSet<>();
        for (Step step : split(golden).steps()) {
            step.figures().forEach(figure -> named.add(figure.id()));
        }

        named.removeIf(id -> id.startsWith("READING.") || id.startsWith("CATALOGUE."));
        List<String> expected = golden.figuresUsed().stream()
                // The waiver for special persons is an upfront ratio of zero in the catalogue, not a figure of the
                // policy.
                .filter(id -> !id.equals("ZJ.SPC.B.FACTOR"))
                .toList();
        assertThat(named).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void takesTheCatalogueTheGoldenFileTakes(Golden golden) {
        PolicyPack pack = ShippedPacks.governing(golden.circumstances());

        assertThat(pack.catalogueRegionFor(golden.circumstances()))
                .isEqualTo(golden.catalogue().region());
    }

    @Test
    void givesBackEverythingWhenG16IsUndone() {
        Golden golden =
                GoldenCases.named(GoldenCases.reversal().path("reverses").asString());

        CostSplit split = split(golden);

        Counters after = golden.before().plus(split.delta());
        assertThat(after.plus(split.delta().negate())).isEqualTo(golden.before());
        JsonNode expected = GoldenCases.reversal().path("expected");
        assertThat(split.delta().negate().value("2019/deductible.outpatient"))
                .isEqualTo(expected.path("deductible").asLong());
        assertThat(split.delta().negate().value("2019/pooled.outpatient"))
                .isEqualTo(expected.path("pooled").asLong());
        assertThat(split.delta().negate().value("account"))
                .isEqualTo(-expected.path("account").asLong());
    }

    @Test
    void movesExactlyTheCountersOfTheCase() {
        CostSplit split = split(GoldenCases.named("D01"));

        assertThat(split.delta())
                .isEqualTo(Counters.of(Map.of(
                        "2019/deductible.outpatient",
                        15_000L,
                        "2019/pooled.outpatient",
                        50_888L,
                        "account",
                        -20_000L)));
    }

    @Test
    void movesAdmissionsPooledAndLargeWhenAStayReachesTheCeiling() {
        CostSplit split = split(GoldenCases.named("G14"));

        assertThat(split.delta())
                .isEqualTo(Counters.of(Map.of(
                        "2019/admissions", 1L,
                        "2019/pooled", 1_000_000L,
                        "2019/large", 7_884_989L,
                        "account", -400_000L)));
    }

    @Test
    void movesTheYearsBurdenWhereSeriousIllnessInsuranceLooksAtIt() {
        CostSplit split = split(GoldenCases.named("D02"));

        assertThat(split.delta().amount("2024/burden")).isEqualTo(Money.ofFen(355_166));
    }

    private static CostSplit split(Golden golden) {
        PolicyPack pack = ShippedPacks.governing(golden.circumstances());
        return Splits.of(golden.bill(), pack, golden.catalogue(), golden.before());
    }

    private static Map<String, Long> named(SplitAmounts amounts) {
        Map<String, Long> named = new LinkedHashMap<>();
        named.put("total", amounts.totalCost().fen());
        named.put("full_self", amounts.fullSelfPay().fen());
        named.put("over_limit", amounts.overLimitSelfPay().fen());
        named.put("class_b", amounts.upfrontSelfPay().fen());
        named.put("in_scope", amounts.eligibleCost().fen());
        named.put("transfer_upfront", amounts.transferSelfPay().fen());
        named.put("deductible", amounts.deductible().fen());
        named.put("ratio_bp", (long) amounts.reimbursementRatio().basisPoints());
        named.put("pooled", amounts.pooledFundPay().fen());
        named.put("large", amounts.largeAmountPay().fen());
        named.put("serious", amounts.seriousIllnessPay().fen());
        named.put("personal", amounts.personalPay().fen());
        named.put("account", amounts.personalAccountPay().fen());
        named.put("cash", amounts.cashPay().fen());
        return named;
    }
}
