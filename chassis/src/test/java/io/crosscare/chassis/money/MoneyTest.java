package io.crosscare.chassis.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({"101355, 1013.55", "5, 0.05", "-5, -0.05", "0, 0.00", "-120, -1.20"})
    void readsAsYuanWithTwoDecimals(long fen, String expected) {
        assertThat(Money.ofFen(fen)).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0               | 0.00",
                "5               | 0.05",
                "-5              | -0.05",
                "99999           | 999.99",
                "100000          | 1,000.00",
                "-123456789      | -1,234,567.89",
                "100000501       | 1,000,005.01",
                "100000000000000 | 1,000,000,000,000.00",
            })
    void readsAsYuanInGroupsOfThree(long fen, String expected) {
        assertThat(Money.ofFen(fen).toGroupedYuan()).isEqualTo(expected);
    }

    @Test
    void refusesAmountsBeyondTenToTheFourteen() {
        Money most = Money.ofFen(Money.FEN_MAX);

        assertThatThrownBy(() -> most.plus(Money.ofFen(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> most.negate().minus(Money.ofFen(1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void addsAndTakesAwayExactly() {
        Money amount = Money.ofFen(101_355);

        assertThat(amount.minus(Money.ofFen(50_888)).plus(Money.ofFen(50_888))).isEqualTo(amount);
        assertThat(amount.plus(amount.negate())).isSameAs(Money.ZERO);
    }
}
