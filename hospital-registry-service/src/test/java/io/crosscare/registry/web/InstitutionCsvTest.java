package io.crosscare.registry.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstitutionCsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void makesTextOfWhatASpreadsheetWouldRun(String value) {
        assertThat(InstitutionCsv.plain(value)).isEqualTo("'" + value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"镇江", "H32110000001", "a=b", ""})
    void leavesEverythingElseAsItIs(String value) {
        assertThat(InstitutionCsv.plain(value)).isEqualTo(value);
    }
}
