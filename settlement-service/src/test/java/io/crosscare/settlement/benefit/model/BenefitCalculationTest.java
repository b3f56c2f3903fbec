package io.crosscare.settlement.benefit.model;

import static io.crosscare.settlement.benefit.model.BillBuilder.aBill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.crosscare.chassis.money.Money;
import io.crosscare.settlement.benefit.model.SplitRefusal.Reason;
import io.crosscare.settlement.policy.ShippedPacks;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BenefitCalculationTest {

    private final PolicyPack employees = ShippedPacks.named("321100-employee-2019");
    private final PolicyPack residents = ShippedPacks.named("321100-resident-2019");
    private final PolicyPack nanjing2024 = ShippedPacks.named("320100-employee-2024");

    @Test
    void refusesAServiceThePolicyDoesNotCover() {
        BillBuilder bill =
                aBill().of(PersonType.RESIDENT).as(ServiceType.CHRONIC).covered(10_000);

        SplitOutcome outcome = bill.outcome(residents, Counters.NONE);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        SplitRefusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(Reason.SERVICE_NOT_COVERED));
    }

    @Test
    void refusesRatherThanGuessesAFigureNoSourceGives() {
        BillBuilder bill =
                aBill().of(PersonType.RESIDENT).as(ServiceType.OUTPATIENT).covered(10_000);

        SplitOutcome outcome = bill.outcome(residents, Counters.NONE);

        assertThat(outcome).isInstanceOfSatisfying(SplitRefusal.class, refusal -> {
            assertThat(refusal.reason()).isEqualTo(Reason.POLICY_MISSING);
            assertThat(refusal.detail().zh()).isEqualTo("参保地政策缺少该人员类别和医院等级的支付比例");
        });
    }

    /** NJ.EMP.OP2023.BANDS names ranges of ratios, no cells: the benefit is there, its figure is not known. */
    @ParameterizedTest
    @CsvSource({"2023, OUTPATIENT", "2023, CHRONIC", "2024, OUTPATIENT", "2024, CHRONIC"})
    void refusesOutpatientsOfNanjingSince2023(int year, ServiceType service) {
        PolicyPack pack = ShippedPacks.named("320100-employee-" + year);
        BillBuilder bill =
                aBill().insuredInNanjing().on(year + "-06-03").as(service).covered(10_000);

        assertThat(bill.outcome(pack, Counters.NONE))
                .isInstanceOfSatisfying(
                        SplitRefusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(Reason.POLICY_MISSING));
    }

    @Test
    void holdsThatAnotherRegionsPackIsAMistakeOfTheCaller() {
        BillBuilder bill = aBill().covered(10_000);

        assertThatIllegalArgumentException().isThrownBy(() -> bill.outcome(nanjing2024, Counters.NONE));
    }

    @Test
    void takesReturnLinesOffWhatTheyGiveBack() {
        BillBuilder bill = aBill().classB(12_345, 1_000).classB(-2_345, 1_000).covered(100_000);

        CostSplit split = bill.split(employees, Counters.NONE);

        assertThat(split.amounts().totalCost()).isEqualTo(Money.ofFen(110_000));
        // 1,234.5 rounds to 1,235 and -234.5 to -235: by magnitude, then the sign again.
        assertThat(split.lines().get(1).upfrontSelfPay()).isEqualTo(Money.ofFen(-235));
        assertThat(split.amounts().upfrontSelfPay()).isEqualTo(Money.ofFen(1_000));
    }

    static Stream<BillBuilder> billsThatGiveBackTooMuch() {
        return Stream.of(
                aBill().covered(100_000).outside(-5_000),
                aBill().outside(100_000).covered(-5_000),
                aBill().covered(100_000).classB(-5_000, 1_000),
                aBill().covered(100_000).limited(-5_000, 1_000, 0));
    }

    @ParameterizedTest
    @MethodSource("billsThatGiveBackTooMuch")
    void refusesReturnsThatOutweighTheirKind(BillBuilder bill) {
        SplitOutcome outcome = bill.outcome(employees, Counters.NONE);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        SplitRefusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(Reason.BILL_INCONSISTENT));
    }

    @Test
    void takesThePriceLimitOffBeforeClassBSelfPay() {
        BillBuilder bill = aBill().limited(200_000, 150_000, 2_000);

        LineSplit line = bill.split(employees, Counters.NONE).lines().getFirst();

        assertThat(line.overLimitSelfPay()).isEqualTo(Money.ofFen(50_000));
        assertThat(line.upfrontSelfPay()).isEqualTo(Money.ofFen(30_000));
        assertThat(line.eligibleCost()).isEqualTo(Money.ofFen(120_000));
    }

    @Test
    void paysNothingWhenAnOpeningAlreadyExceedsTheCeiling() {
        BillBuilder bill = aBill().as(ServiceType.OUTPATIENT).covered(500_000);
        Counters before =
                Counters.of(Map.of("2019/pooled.outpatient", 5_000_000L, "2019/deductible.outpatient", 90_000L));

        CostSplit split = bill.split(employees, before);

        assertThat(split.amounts().fundPay()).isEqualTo(Money.ZERO);
        assertThat(split.delta()).isEqualTo(Counters.NONE);
    }

    @Test
    void paysNothingFromTheLargeAmountFundWhenAnOpeningAlreadyExceedsItsCeiling() {
        BillBuilder bill = aBill().covered(500_000);
        Counters before = Counters.of(Map.of("2019/pooled", 30_000_000L, "2019/large", 50_000_000L));

        CostSplit split = bill.split(employees, before);

        assertThat(split.amounts().fundPay()).isEqualTo(Money.ZERO);
    }

    @Test
    void neverOverdrawsTheAccount() {
        BillBuilder bill = aBill().usingTheAccount().outside(500_000);

        CostSplit withLittle = bill.split(employees, Counters.of("account", 123));
        CostSplit withDebt = bill.split(employees, Counters.of("account", -123));

        assertThat(withLittle.amounts().personalAccountPay()).isEqualTo(Money.ofFen(123));
        assertThat(withDebt.amounts().personalAccountPay()).isEqualTo(Money.ZERO);
    }

    @Test
    void paysEachSeriousIllnessBandItsOwnShare() {
        BillBuilder bill = aBill().insuredInNanjing()
                .on("2024-06-03")
                .at(InstitutionLevel.L2)
                .classB(12_000_000, 10_000);

        CostSplit split = bill.split(nanjing2024, Counters.NONE);

        // The burden is 120,000.00: 25,000 at 60 %, 20,000 at 65, 20,000 at 70, 20,000 at 75 and 20,000 at 80.
        assertThat(split.amounts().seriousIllnessPay())
                .isEqualTo(Money.ofFen(1_500_000 + 1_300_000 + 1_400_000 + 1_500_000 + 1_600_000));
        assertThat(split.delta().value("2024/burden")).isEqualTo(12_000_000);
    }

    @Test
    void countsAStayInTheYearOfItsDischarge() {
        Circumstances overTheYearEnd = new Circumstances(
                aBill().circumstances().insuredRegion(),
                aBill().circumstances().careRegion(),
                InsurancePlan.EMPLOYEE,
                PersonType.ACTIVE,
                BenefitYear.CALENDAR,
                ServiceType.INPATIENT,
                InstitutionLevel.L3,
                Trip.LONG_TERM,
                DestinationType.CROSS_PROVINCE,
                null,
                false,
                LocalDate.parse("2019-12-28"),
                LocalDate.parse("2020-01-04"));
        BillBuilder lines = aBill().covered(100_000);

        CostSplit split =
                Splits.of(new Bill(overTheYearEnd, lines.bill().lines()), employees, lines.catalogue(), Counters.NONE);

        assertThat(split.delta().values()).containsOnlyKeys("2020/admissions", "2020/pooled");
    }

    @Test
    void givesTheSameSplitForTheSameArguments() {
        BillBuilder bill = aBill().covered(123_456).classB(65_432, 1_500).outside(999);

        assertThat(bill.split(employees, Counters.NONE)).isEqualTo(bill.split(employees, Counters.NONE));
    }
}
