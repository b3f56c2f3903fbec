package io.crosscare.filing.batch.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which row had a key first. */
class SeenKeysTest {

    private static final int MANY = 100_000;

    @Test
    void knowsTheFirstRowOfEachKey() {
        SeenKeys seen = new SeenKeys();

        for (int row = 1; row <= MANY; row++) {
            assertThat(seen.findOrAdd("key-" + row, row)).isZero();
        }
        for (int row = 1; row <= MANY; row += 997) {
            assertThat(seen.findOrAdd("key-" + row, MANY + row)).isEqualTo(row);
        }
    }
}
