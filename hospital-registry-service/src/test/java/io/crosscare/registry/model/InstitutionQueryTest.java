package io.crosscare.registry.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.region.RegionCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstitutionQueryTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
        everything,                           ,       ,       ,   ,                          ,       ,           69
        by part of the name,                  口腔,   ,       ,   ,                          ,       ,           1
        by city,                              ,       321100, ,   ,                          ,       ,           46
        by proposed district,                 ,       321112, ,   ,                          ,       ,           15
        by province,                          ,       320000, ,   ,                          ,       ,           46
        by municipality,                      ,       310000, ,   ,                          ,       ,           23
        by level where one is known,          ,       ,       L3, ,                          ,       ,           15
        open to Shanghai,                     ,       321100, ,   SHANGHAI_OUTPATIENT,       310000, 2019-09-10, 38
        a mark that is for others,            ,       321100, ,   SHANGHAI_OUTPATIENT,       330000, ,           0
        open to some visitor from Zhejiang,   ,       321100, ,   ,                          330400, ,           38
        open to some visitor from Suzhou,     ,       321100, ,   ,                          320500, ,           46
        open to Zhenjiang,                    ,       310000, ,   CROSS_PROVINCE_OUTPATIENT, 321100, ,           23
        open to Anhui,                        ,       310000, ,   ,                          340000, ,           0
        nowhere,                              ,       440300, ,   ,                          ,       ,           0
        """)
    void countsWhatIsWanted(
            String name,
            @Nullable String part,
            @Nullable String region,
            @Nullable InstitutionLevel level,
            @Nullable String capability,
            @Nullable String counterpart,
            @Nullable LocalDate on,
            long count) {
        var query = new InstitutionQuery(
                part,
                region == null ? null : new RegionCode(region),
                level,
                null,
                capability == null ? null : ShippedFacts.facts().capabilities().require(capability),
                counterpart == null ? null : new RegionCode(counterpart),
                on);

        assertThat(ShippedFacts.facts().institutions().stream()
                        .filter(institution -> query.matches(institution, SpokenName.NONE)))
                .as(name)
                .hasSize((int) count);
    }
}
