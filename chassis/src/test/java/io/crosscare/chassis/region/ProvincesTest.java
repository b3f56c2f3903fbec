package io.crosscare.chassis.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProvincesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "110000", "310000", "310104", "310151", "310230", "320000", "320100", "321100", "321171", "321183",
                "329900", "330400", "339900", "429004", "469001", "500103", "659001", "710000", "810000", "820000"
            })
    void knowsTheRegionsOfChina(String code) {
        assertThat(Provinces.requireRegion(code)).isEqualTo(new RegionCode(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "999999", "990000", "100000", "160000", "200000", "380000", "470000", "660000", "720000", "830000",
                "910000"
            })
    void refusesWhatBeginsWithNoProvince(String code) {
        assertThatThrownBy(() -> Provinces.requireRegion(code)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"321400", "328100", "329000", "310300", "313100"})
    void refusesPrefecturesThatShanghaiAndJiangsuDoNotHave(String code) {
        assertThatThrownBy(() -> Provinces.requireRegion(code)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsThirtyFourProvinces() {
        assertThat(IntStream.rangeClosed(10, 99)
                        .mapToObj(province -> new RegionCode(province + "0000"))
                        .filter(Provinces::holds))
                .hasSize(34);
    }
}
