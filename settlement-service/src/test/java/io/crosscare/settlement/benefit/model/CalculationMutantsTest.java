package io.crosscare.settlement.benefit.model;

import static io.crosscare.settlement.benefit.model.BillBuilder.aBill;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.settlement.benefit.model.GoldenCases.Golden;
import io.crosscare.settlement.benefit.model.ReferenceSplit.Mutant;
import io.crosscare.settlement.policy.ShippedPacks;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The mistakes that are easily made, each caught by a named case: the calculation agrees with an independent reading on every
 * case, and with one mistake made in that reading it does not agree on the case named for it.
 */
class CalculationMutantsTest {

    /** Which case tells which mistake: a golden one, or one of {@link #own}. */
    private static final Map<Mutant, String> CAUGHT_BY = new EnumMap<>(Map.ofEntries(
            Map.entry(Mutant.BANKERS_ROUNDING, "half a fen"),
            Map.entry(Mutant.ROUNDING_DOWN, "D01"),
            Map.entry(Mutant.CLASS_B_ON_THE_SUM, "half a fen"),
            Map.entry(Mutant.CLASS_B_BEFORE_THE_LIMIT, "class B over its limit"),
            Map.entry(Mutant.CLASS_C_SHARED, "D01"),
            Map.entry(Mutant.UPFRONT_BEFORE_CLASS_B, "G05"),
            Map.entry(Mutant.DEDUCTIBLE_BEFORE_UPFRONT, "G05"),
            Map.entry(Mutant.DEDUCTIBLE_AFTER_RATIO, "G01"),
            Map.entry(Mutant.DEDUCTIBLE_FORGETS_THE_YEAR, "D01"),
            Map.entry(Mutant.DEDUCTIBLE_WHOLE_AT_EVERY_ADMISSION, "G12"),
            Map.entry(Mutant.DEDUCTIBLE_AT_EVERY_SETTLEMENT_OF_A_STAY, "the first stay goes on"),
            Map.entry(Mutant.A_NEW_ADMISSION_AT_EVERY_SETTLEMENT_OF_A_STAY, "the first stay goes on"),
            Map.entry(Mutant.NINETY_PERCENT_INSTEAD_OF_TEN_POINTS, "ten points less"),
            Map.entry(Mutant.OWN_RATIO_INSTEAD_OF_HALF_THE_CLINICS, "G10"),
            Map.entry(Mutant.CEILING_ON_THE_OTHER_BASIS, "both ceilings"),
            Map.entry(Mutant.CEILING_FORGETS_THE_YEAR, "G14"),
            Map.entry(Mutant.LARGE_FUND_ON_THE_SHARE_LEFT, "G14"),
            Map.entry(Mutant.LARGE_FUND_WITHOUT_ITS_CEILING, "both ceilings"),
            Map.entry(Mutant.BURDEN_FORGETS_THE_YEAR, "D02"),
            Map.entry(Mutant.BURDEN_WITHOUT_CLASS_B, "D02"),
            Map.entry(Mutant.BURDEN_WITH_FULL_SELF_PAY, "D02"),
            Map.entry(Mutant.ONE_BAND_FOR_THE_WHOLE_BURDEN, "two bands"),
            Map.entry(Mutant.ACCOUNT_PAYS_OUT_OF_SCOPE, "D02"),
            Map.entry(Mutant.ACCOUNT_WITHOUT_A_BALANCE, "D01")));

    /** A bill with what the year holds before it. */
    record Case(String name, Bill bill, PolicyPack pack, Catalogue catalogue, Counters before) {

        static Case of(Golden golden) {
            return new Case(
                    golden.id(),
                    golden.bill(),
                    ShippedPacks.governing(golden.circumstances()),
                    golden.catalogue(),
                    golden.before());
        }

        static Case of(String name, BillBuilder bill, Counters before) {
            return new Case(name, bill.bill(), ShippedPacks.governing(bill.circumstances()), bill.catalogue(), before);
        }

        Map<String, Long> computed() {
            return ReferenceSplit.named(Splits.of(bill, pack, catalogue, before).amounts());
        }

        Map<String, Long> read(Set<Mutant> mutants) {
            return ReferenceSplit.of(bill, pack, catalogue, before, mutants);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.concat(GoldenCases.all().stream().map(Case::of), own());
    }

    /** Where no golden case comes near the mistake. */
    private static Stream<Case> own() {
        BillBuilder late = aBill().insuredInNanjing().of(PersonType.RETIRED).on("2024-06-03");
        BillBuilder transferred = aBill().insuredInNanjing().transferred();
        return Stream.of(
                // 10 % of 0.05 and of 0.25 yuan: half a fen and two and a half.
                Case.of("half a fen", aBill().classB(5, 1_000).classB(25, 1_000).covered(1_000_000), Counters.NONE),
                Case.of("class B over its limit", aBill().limited(100_000, 60_000, 1_000), Counters.NONE),
                Case.of(
                        "both ceilings",
                        aBill().covered(60_000_000),
                        Counters.of(Map.of("2019/pooled", 29_000_000L, "2019/large", 39_000_000L))),
                Case.of(
                        "the first stay goes on",
                        aBill().covered(5_000_000).continuing(1, 30_000),
                        Counters.of("2019/admissions", 1)),
                Case.of("ten points less", transferred.covered(1_000_000), Counters.NONE),
                Case.of("two bands", late.covered(5_000_000).outside(9_000), Counters.of("2024/burden", 3_900_000L)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithTheIndependentReading(Case one) {
        assertThat(one.computed()).isEqualTo(one.read(Set.of()));
    }

    @ParameterizedTest
    @EnumSource(Mutant.class)
    void isToldFromEachMistakeByTheCaseNamedForIt(Mutant mutant) {
        String named = CAUGHT_BY.get(mutant);

        assertThat(cases().filter(one -> one.name().equals(named)))
                .singleElement()
                .satisfies(one -> assertThat(one.read(Set.of(mutant))).isNotEqualTo(one.computed()));
    }

    @Test
    void hasACaseForEveryMistake() {
        assertThat(CAUGHT_BY).containsOnlyKeys(Mutant.values());
    }
}
