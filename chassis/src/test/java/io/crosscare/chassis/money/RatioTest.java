package io.crosscare.chassis.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatioTest {

    @ParameterizedTest
    @CsvSource({
        "38655, 1000, 3866", // D01: 3865.5 goes up
        "661110, 7500, 495833", // G03: an exact half goes up
        "78289, 6500, 50888",
        "1, 5000, 1",
        "1, 4999, 0",
        "-1, 5000, -1", // a return line: rounded by magnitude
        "-38655, 1000, -3866",
        "0, 6500, 0",
        "100, 10000, 100",
        "100, 0, 0"
    })
    void roundsHalfAwayFromZeroToTheFen(long fen, int basisPoints, long expected) {
        assertThat(new Ratio(basisPoints).of(Money.ofFen(fen))).isEqualTo(Money.ofFen(expected));
    }

    @Test
    void findsTheWholeOfAPart() {
        assertThat(new Ratio(9100).wholeOf(Money.ofFen(1_000_000))).isEqualTo(Money.ofFen(1_098_901)); // G14 step 8b
    }

    @Test
    void takesAShareOfAShare() {
        assertThat(new Ratio(5000).of(new Ratio(8500))).isEqualTo(new Ratio(4250)); // G10
    }

    @Test
    void isNeverMoreThanHalfAFenAway() {
        long seed = 20_261_124;
        Random random = new Random(seed);

        for (int i = 0; i < 100_000; i++) {
            long fen = random.nextLong(-1_000_000_000, 1_000_000_000);
            int basisPoints = random.nextInt(Ratio.ONE + 1);
            long rounded = new Ratio(basisPoints).of(Money.ofFen(fen)).fen();
            long exact = fen * basisPoints;

            assertThat(Math.abs(rounded * Ratio.ONE - exact))
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(Ratio.ONE / 2);
        }
    }

    @Test
    void refusesWhatIsNoShare() {
        assertThatThrownBy(() -> new Ratio(10_001)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Ratio(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"6500, 65%", "4250, 42.5%", "1, 0.01%", "10000, 100%", "0, 0%"})
    void readsAsAPercentage(int basisPoints, String expected) {
        assertThat(new Ratio(basisPoints)).hasToString(expected);
    }
}
