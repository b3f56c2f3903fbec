package io.crosscare.benchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProcessStatTest {

    /** As Linux wrote it for a JVM; fields 14 and 15 are 707 and 72, field 22 is 89389. */
    private static final String AFTER_NAME =
            " S 13947 15569 15569 0 -1 4194304 82610 0 0 0 707 72 0 0 20 0 56 0 89389 2910478336 88509"
                + " 18446744073709551615 94575074918400 94575074919405 140720456955520 0 0 0 0 0 16800975 0 0 0 17 0 0"
                + " 0\n";

    @Test
    void addsUserAndKernelTime() {
        ProcessStat stat = ProcessStat.parse("15569 (java)" + AFTER_NAME);

        assertThat(stat).isEqualTo(new ProcessStat(779, 89_389));
    }

    @Test
    void readsPastSpacesAndParenthesesInTheName() {
        assertThat(ProcessStat.parse("15569 (my (old) program)" + AFTER_NAME)).isEqualTo(new ProcessStat(779, 89_389));
        assertThat(ProcessStat.parse("15569 (1 2 3 4) 5 6)" + AFTER_NAME)).isEqualTo(new ProcessStat(779, 89_389));
    }

    @Test
    void refusesSomethingElse() {
        assertThatThrownBy(() -> ProcessStat.parse("15569 java S 1 2 3")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ProcessStat.parse("15569 (java) S 1 2 3"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
