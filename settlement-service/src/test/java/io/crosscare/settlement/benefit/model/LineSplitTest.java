package io.crosscare.settlement.benefit.model;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.money.Ratio;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LineSplitTest {

    @Test
    void refusesPartsThatDoNotSumToTheLine() {
        assertThatIllegalStateException().isThrownBy(() -> parts(1_000, 0, 0, 100, 899));
    }

    @Test
    void refusesAPartWithAnotherSignThanTheLine() {
        assertThatIllegalStateException().isThrownBy(() -> parts(1_000, 0, 0, -100, 1_100));
        assertThatIllegalStateException().isThrownBy(() -> parts(-1_000, -1_100, 100, 0, 0));
    }

    private static LineSplit parts(long amount, long fullSelfPay, long overLimit, long upfront, long eligible) {
        FeeLine line =
                new FeeLine(1, "T", null, Long.signum(amount), 0, Money.ofFen(amount), LocalDate.parse("2019-09-10"));
        return new LineSplit(
                line,
                null,
                Ratio.NONE,
                null,
                Money.ofFen(fullSelfPay),
                Money.ofFen(overLimit),
                Money.ofFen(upfront),
                Money.ofFen(eligible));
    }
}
