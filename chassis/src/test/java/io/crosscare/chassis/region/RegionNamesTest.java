package io.crosscare.chassis.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionNamesTest {

    @ParameterizedTest
    @CsvSource({
        "321100,镇江市,Zhenjiang",
        "310000,上海市,Shanghai",
        "330300,浙江省330300,330300 in Zhejiang",
        "990000,990000,990000",
    })
    void namesARegionInBothLanguages(String code, String zh, String en) {
        RegionCode region = new RegionCode(code);

        assertThat(RegionNames.zh(region)).isEqualTo(zh);
        assertThat(RegionNames.en(region)).isEqualTo(en);
    }

    @Test
    void namesEveryProvince() {
        assertThat(IntStream.rangeClosed(10, 99)
                        .mapToObj(province -> new RegionCode(province + "0000"))
                        .filter(Provinces::holds))
                .allSatisfy(province -> assertThat(RegionNames.en(province)).doesNotContain(province.value()));
    }
}
