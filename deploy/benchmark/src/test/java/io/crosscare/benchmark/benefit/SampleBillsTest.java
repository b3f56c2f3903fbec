package io.crosscare.benchmark.benefit;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.settlement.benefit.model.CostSplit;
import io.crosscare.settlement.benefit.model.LineSplit;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SampleBillsTest {

    private static final ShippedRules SHIPPED = ShippedRules.read();

    @Test
    void drawsTheSameBillFromTheSameSeed() {
        SampleBills bills = new SampleBills(Insured.NANJING, SHIPPED);

        assertThat(bills.draw(7)).isEqualTo(bills.draw(7)).isNotEqualTo(bills.draw(8));
    }

    @ParameterizedTest
    @EnumSource
    void timesBillsThatAreSettledAndOfEveryKind(Insured insured) {
        Sample[] samples = new SampleBills(insured, SHIPPED).settled(1, 10);

        Set<String> kinds = new HashSet<>();
        for (Sample sample : samples) {
            assertThat(sample.bill().lines()).hasSize(10);
            CostSplit split = (CostSplit) sample.split();
            split.lines().stream().map(SampleBillsTest::kindOf).forEach(kinds::add);
            kinds.add(split.amounts().pooledFundPay().isZero() ? "nothing paid" : "paid");
        }
        assertThat(kinds).contains("A", "B", "C", "unlisted", "over the limit", "returned", "nothing paid", "paid");
    }

    private static String kindOf(LineSplit line) {
        if (line.item() == null) {
            return "unlisted";
        }
        if (line.line().amount().isNegative()) {
            return "returned";
        }
        return line.overLimitSelfPay().isZero() ? line.itemClass().name() : "over the limit";
    }
}
