package io.crosscare.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnsTest {

    @Test
    void countsAChineseCharacterAsTwoColumns() {
        assertThat(Columns.padded("结算 ok", 10)).isEqualTo("结算 ok   ");
        assertThat(Columns.widthOf("（元）")).isEqualTo(6);
    }

    @Test
    void leavesALongerTextWhole() {
        assertThat(Columns.padded("参保地", 4)).isEqualTo("参保地");
    }
}
