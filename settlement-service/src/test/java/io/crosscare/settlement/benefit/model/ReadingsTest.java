package io.crosscare.settlement.benefit.model;

import static io.crosscare.settlement.benefit.model.BillBuilder.aBill;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.money.Money;
import io.crosscare.settlement.policy.ShippedPacks;
import org.junit.jupiter.api.Test;

/** Another reading of an unclear text is another value in the pack: each parameter does what it says. */
class ReadingsTest {

    @Test
    void takesTheUpfrontPartFromTheCostBeforeClassBWhenReadThatWay() {
        PolicyPack other =
                ShippedPacks.edited("321100-employee-2019", "reading: ELIGIBLE_COST", "reading: COST_BEFORE_CLASS_B");
        BillBuilder bill = aBill().transferred().classB(1_000_000, 1_000);

        CostSplit split = bill.split(other, Counters.NONE);

        assertThat(split.amounts().transferSelfPay()).isEqualTo(Money.ofFen(400_000));
    }

    @Test
    void neverTakesMoreUpfrontThanIsEligible() {
        PolicyPack other =
                ShippedPacks.edited("321100-employee-2019", "reading: ELIGIBLE_COST", "reading: COST_BEFORE_CLASS_B");
        BillBuilder bill = aBill().transferred().classB(1_000_000, 9_000);

        CostSplit split = bill.split(other, Counters.NONE);

        assertThat(split.amounts().transferSelfPay()).isEqualTo(Money.ofFen(100_000));
        assertThat(split.amounts().fundPay()).isEqualTo(Money.ZERO);
    }

    @Test
    void limitsTheCostWhenTheCeilingIsReadThatWay() {
        PolicyPack other = ShippedPacks.edited("321100-employee-2019", "reading: FUND_PAY", "reading: COST");
        BillBuilder bill = aBill().as(ServiceType.OUTPATIENT).covered(2_080_000);

        CostSplit split = bill.split(other, Counters.NONE);

        assertThat(split.amounts().pooledFundPay()).isEqualTo(Money.ofFen(600_000));
        assertThat(split.delta().value("2019/cost.outpatient")).isEqualTo(1_000_000);
        assertThat(split.delta().value("2019/pooled.outpatient")).isZero();
    }

    @Test
    void sendsTheCostAboveALimitOnCostToTheLargeAmountFund() {
        PolicyPack other = ShippedPacks.edited("321100-employee-2019", "reading: FUND_PAY", "reading: COST");
        BillBuilder bill = aBill().covered(31_080_000);

        CostSplit split = bill.split(other, Counters.NONE);

        assertThat(split.amounts().pooledFundPay()).isEqualTo(Money.ofFen(26_100_000));
        assertThat(split.amounts().largeAmountPay()).isEqualTo(Money.ofFen(900_000));
    }

    @Test
    void letsTheAccountPayOnlyWhatIsInScopeWhenReadThatWay() {
        PolicyPack other =
                ShippedPacks.edited("321100-employee-2019", "reading: ALL_PERSONAL", "reading: IN_SCOPE_ONLY");
        BillBuilder bill = aBill().usingTheAccount().covered(80_000).outside(50_000);

        CostSplit split = bill.split(other, Counters.of("account", 1_000_000));

        assertThat(split.amounts().personalAccountPay()).isEqualTo(Money.ofFen(80_000));
        assertThat(split.amounts().cashPay()).isEqualTo(Money.ofFen(50_000));
    }

    @Test
    void takesTheOwnClinicsDeductibleWhenReadThatWay() {
        PolicyPack other =
                ShippedPacks.edited("321100-resident-2019", "reading: INSTITUTION_OF_CARE", "reading: OWN_CLINIC");
        BillBuilder bill = aBill().of(PersonType.RESIDENT).transferred().covered(1_000_000);

        CostSplit split = bill.split(other, Counters.NONE);

        assertThat(split.amounts().deductible()).isEqualTo(Money.ofFen(20_000));
    }

    @Test
    void takesTheProvincesCatalogueInProvinceFrom2023() {
        PolicyPack pack = ShippedPacks.named("320100-employee-2024");
        Circumstances care = aBill().insuredInNanjing()
                .on("2024-06-03")
                .to(DestinationType.IN_PROVINCE)
                .circumstances();

        assertThat(pack.catalogueRegionFor(care).value()).isEqualTo("320000");
    }
}
