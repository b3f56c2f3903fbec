package io.crosscare.settlement.benefit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.money.Ratio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts that do not add up cannot be built, whoever read or computed them (design.md I4). */
class SplitAmountsTest {

    private static final int TOTAL = 0;
    private static final int TRANSFER = 5;
    private static final int DEDUCTIBLE = 6;

    /** D01, in the order of the record, without the ratio. */
    private static long[] sound() {
        return new long[] {101_355, 4_200, 0, 3_866, 93_289, 0, 15_000, 50_888, 0, 0, 50_888, 50_467, 20_000, 30_467};
    }

    @Test
    void takesAmountsThatAddUp() {
        assertThat(amounts(sound()).totalCost()).isEqualTo(Money.ofFen(101_355));
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "2", "3", "4", "7", "8", "9", "10", "11", "12", "13"})
    void refusesAnAmountThatIsAFenOff(int position) {
        long[] fen = sound();
        fen[position]++;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> amounts(fen))
                .withMessageStartingWith("amounts break the identity");
    }

    @Test
    void refusesNegativeAmountsThatAddUp() {
        long[] fen = sound();
        fen[1] -= 10_000;
        fen[4] += 10_000;

        assertThatIllegalArgumentException().isThrownBy(() -> amounts(fen)).withMessageContaining("negative");
    }

    @Test
    void refusesMoreTransferAndDeductibleThanIsEligible() {
        long[] fen = sound();
        fen[TRANSFER] = 93_289 - fen[DEDUCTIBLE] + 1;

        assertThatIllegalArgumentException().isThrownBy(() -> amounts(fen)).withMessageContaining("eligible");
    }

    @Test
    void refusesFundsThatDoNotMeetTheTotal() {
        long[] fen = sound();
        fen[TOTAL]--;
        fen[1]--;

        assertThatIllegalArgumentException().isThrownBy(() -> amounts(fen)).withMessageContaining("sum to the total");
    }

    private static SplitAmounts amounts(long[] fen) {
        Money[] all = new Money[fen.length];
        for (int i = 0; i < fen.length; i++) {
            all[i] = Money.ofFen(fen[i]);
        }
        return new SplitAmounts(
                all[0],
                all[1],
                all[2],
                all[3],
                all[4],
                all[5],
                all[6],
                new Ratio(6_500),
                all[7],
                all[8],
                all[9],
                all[10],
                all[11],
                all[12],
                all[13]);
    }
}
