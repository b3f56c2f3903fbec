package io.crosscare.settlement.benefit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosscare.chassis.money.Money;
import io.crosscare.settlement.benefit.model.GoldenCases;
import io.crosscare.settlement.benefit.model.GoldenCases.Golden;
import io.crosscare.settlement.benefit.model.SplitAmounts;
import io.crosscare.settlement.benefit.model.Splits;
import io.crosscare.settlement.policy.ShippedPacks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Golden settlements in the words of the national interface. */
class NationalAmountsTest {

    static List<Golden> cases() {
        return GoldenCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysEveryAmountOfAGoldenCase(Golden golden) {
        Map<String, Long> values = of(golden).values();

        assertThat(values).containsEntry("medfee_sumamt", golden.expected("total"));
        assertThat(values).containsEntry("fulamt_ownpay_amt", golden.expected("full_self"));
        assertThat(values).containsEntry("overlmt_selfpay", golden.expected("over_limit"));
        assertThat(values).containsEntry("preselfpay_amt", golden.expected("class_b"));
        assertThat(values).containsEntry("inscp_scp_amt", golden.expected("in_scope"));
        assertThat(values).containsEntry("act_pay_dedc", golden.expected("deductible"));
        assertThat(values).containsEntry("hifob_pay", golden.expected("large"));
        assertThat(values).containsEntry("hifmi_pay", golden.expected("serious"));
        assertThat(values).containsEntry("psn_part_amt", golden.expected("personal"));
        assertThat(values).containsEntry("acct_pay", golden.expected("account"));
        assertThat(values).containsEntry("psn_cash_pay", golden.expected("cash"));
    }

    @Test
    void writesYuanAndTheRatioAsTheInterfaceDoes() {
        Map<String, String> written = of(GoldenCases.named("D01")).written();

        assertThat(written)
                .containsEntry("medfee_sumamt", "1013.55")
                .containsEntry("hifp_pay", "508.88")
                .containsEntry("pool_prop_selfpay", "0.6500")
                .containsEntry("hosp_part_amt", "0.00")
                .containsEntry("balc", "7.00");
    }

    @Test
    void putsRetiredCadresUnderOtherFunds() {
        Golden golden = GoldenCases.named("G08");

        assertThat(of(golden).values())
                .containsEntry("hifp_pay", 0L)
                .containsEntry("oth_pay", golden.expected("pooled"))
                .containsEntry("pool_prop_selfpay", 10_000L);
        assertThat(of(golden).written()).containsEntry("pool_prop_selfpay", "1.0000");
    }

    /** One fen more in any amount that an identity speaks of. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "medfee_sumamt",
                "inscp_scp_amt",
                "preselfpay_amt",
                "hifp_pay",
                "fund_pay_sumamt",
                "psn_part_amt",
                "acct_pay",
                "psn_cash_pay",
                "hosp_part_amt"
            })
    void doesNotExistWhereAnIdentityIsBroken(String name) {
        Map<String, Long> values = new HashMap<>(of(GoldenCases.named("D01")).values());
        values.merge(name, 1L, Long::sum);

        assertThatThrownBy(() -> new NationalAmounts(values))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("identity I");
    }

    private static NationalAmounts of(Golden golden) {
        SplitAmounts amounts = Splits.of(
                        golden.bill(),
                        ShippedPacks.governing(golden.circumstances()),
                        golden.catalogue(),
                        golden.before())
                .amounts();
        return NationalAmounts.of(amounts, golden.circumstances().personType(), Money.ofFen(700));
    }
}
