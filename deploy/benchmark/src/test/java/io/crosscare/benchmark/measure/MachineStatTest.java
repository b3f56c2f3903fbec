package io.crosscare.benchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MachineStatTest {

    @Test
    void countsWhatRanAndNotWhatWaited() {
        MachineStat stat = MachineStat.parse("cpu  1000 20 300 99999 5555 4 60 7 0 0");

        assertThat(stat)
                .as("user 1000, nice 20, system 300, interrupts 4 and 60; stolen 7")
                .isEqualTo(new MachineStat(1_384, 7));
    }

    @Test
    void refusesTheLineOfOneProcessor() {
        assertThatThrownBy(() -> MachineStat.parse("cpu0 1 2 3 4 5 6 7 8 9 10"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
