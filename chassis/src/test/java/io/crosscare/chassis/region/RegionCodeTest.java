package io.crosscare.chassis.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionCodeTest {

    @ParameterizedTest
    @CsvSource({
        "321100, 321102, true", // a city and its district
        "321100, 321181, true",
        "321102, 321100, false",
        "320000, 321100, true",
        "310000, 310104, true", // a municipality and its district
        "321100, 320100, false",
        "330000, 339900, true", // 省本级 lies in its province
        "321100, 321100, true"
    })
    void containsItselfAndWhatLiesInside(String outer, String inner, boolean expected) {
        assertThat(new RegionCode(outer).contains(new RegionCode(inner))).isEqualTo(expected);
    }

    @Test
    void takesAMunicipalityAsOneCity() {
        assertThat(new RegionCode("310104").isSameCityAs(new RegionCode("310117")))
                .isTrue();
        assertThat(new RegionCode("320100").isSameCityAs(new RegionCode("321100")))
                .isFalse();
        assertThat(new RegionCode("321183").isSameCityAs(new RegionCode("321100")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "32110", "3211000", "32110a", "012345", "３２１１００"})
    void refusesWhatIsNoCode(String value) {
        assertThatThrownBy(() -> new RegionCode(value)).isInstanceOf(IllegalArgumentException.class);
    }
}
