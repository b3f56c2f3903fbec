package io.crosscare.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long TENTH = 100_000_000L;

    @Test
    void givesTurnsEvenlyToThoseWhoComeAtOnce() {
        Pace pace = new Pace(10, 0);

        assertThat(pace.turn(0)).isEqualTo(TENTH);
        assertThat(pace.turn(0)).isEqualTo(2 * TENTH);
        assertThat(pace.turn(0)).isEqualTo(3 * TENTH);
    }

    @Test
    void savesUpNoTurnsThatNobodyTook() {
        Pace pace = new Pace(10, 0);

        assertThat(pace.turn(10 * TENTH)).isEqualTo(10 * TENTH);
        assertThat(pace.turn(10 * TENTH)).isEqualTo(11 * TENTH);
    }
}
