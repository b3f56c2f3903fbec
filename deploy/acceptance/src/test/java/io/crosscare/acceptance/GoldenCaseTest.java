package io.crosscare.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class GoldenCaseTest {

    private final GoldenCase golden = GoldenCase.of("D01");

    @Test
    void readsLinesAndInputs() {
        assertThat(golden.lines())
                .containsExactly(
                        new GoldenCase.Line("visit and tests", 58_500, "A", 0),
                        new GoldenCase.Line("drug B", 38_655, "B", 1_000),
                        new GoldenCase.Line("outside the catalogue", 4_200, "C", 0));
        assertThat(golden.number("deductible_used")).isEqualTo(35_000);
        assertThat(golden.number("large_used")).isZero();
        assertThat(golden.flag("use_account")).isTrue();
    }

    @Test
    void findsNoDifferenceInTheExpectedSettlement() {
        assertThat(golden.differencesOf(expectedSettlement())).isEmpty();
    }

    @Test
    void namesEveryAmountThatDiffers() {
        ObjectNode settlement = expectedSettlement().put("cashPayFen", 30_466).put("pooledFundPayFen", 50_889);

        assertThat(golden.differencesOf(settlement))
                .satisfiesExactly(
                        pooled -> assertThat(pooled).contains("统筹基金支付", "508.88", "50889"),
                        cash -> assertThat(cash).contains("现金支付", "304.67 元", "30466"));
    }

    @Test
    void findsAMissingAmountDifferentEvenFromZero() {
        ObjectNode settlement = expectedSettlement();
        settlement.remove("largeAmountPayFen");

        assertThat(golden.differencesOf(settlement)).singleElement().asString().contains("largeAmountPayFen");
    }

    @Test
    void refusesACaseThatIsNotInTheFile() {
        assertThatThrownBy(() -> GoldenCase.of("D99")).hasMessageContaining("D99");
    }

    private ObjectNode expectedSettlement() {
        ObjectNode settlement = Json.object();
        golden.expected().amounts().forEach((amount, value) -> settlement.put(amount.field(), value));
        return settlement;
    }
}
