package io.crosscare.settlement.visit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.crosscare.chassis.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Quantity, price and amount of a line, as domain.md §4.2 has them. */
class FeeLineRuleTest {

    @ParameterizedTest
    @CsvSource({
        "1, 4, 10000",
        "0.5, 4, 5000",
        "-2, 4, -20000",
        "-0.0001, 4, -1",
        "128.85, 6, 128850000",
        "0, 6, 0",
        "999999999.999999, 6, 999999999999999"
    })
    void readsDecimalsIntoUnitsOfTheirLastPlace(String text, int decimals, long value) {
        assertThat(FeeLineRule.parse(text, decimals)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " 1", "1 ", "1e3", "+1", "01", "1.", ".5", "1.00001", "１", "NaN", "1,5", "--1", "1234567890"
            })
    void refusesWhatIsNotAPlainDecimal(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> FeeLineRule.parse(text, 4));
    }

    @ParameterizedTest
    @CsvSource({
        // quantity, price, amount, agrees
        "3, 128.85, 38655, true",
        "3, 128.85, 38656, true",
        "3, 128.85, 38654, true",
        "3, 128.85, 38657, false",
        "0.3333, 1.005, 33, true",
        "1, 0.005, 1, true",
        "-1, 0.005, -1, true",
        "-3, 128.85, -38655, true",
        "-3, 128.85, 38655, false",
        "99999999, 999999999, 1, false"
    })
    void holdsTheAmountToQuantityTimesPrice(String quantity, String price, long fen, boolean agrees) {
        long units = FeeLineRule.parse(quantity, FeeLineRule.QUANTITY_DECIMALS);
        long millionths = FeeLineRule.parse(price, FeeLineRule.PRICE_DECIMALS);

        assertThat(FeeLineRule.agrees(units, millionths, Money.ofFen(fen))).isEqualTo(agrees);
    }
}
