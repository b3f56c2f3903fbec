package io.crosscare.filing.employer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.security.Caller;
import io.crosscare.filing.insured.People;
import io.crosscare.filing.lodging.model.FilingChannel;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an employer's row says, and what is wrong with it. */
class EmployerCellsTest {

    private static final LocalDate TODAY = LocalDate.of(2019, 9, 10);
    private static final Caller.Agency ZHENJIANG = new Caller.Agency("clerk", People.ZHENJIANG);
    private static final Caller.Agency PROVINCE = new Caller.Agency("clerk", new RegionCode("320000"));

    @Test
    void readsAFilingThroughTheEmployersChannel() {
        EmployerRow row = EmployerCells.read(cells(), ZHENJIANG, TODAY);

        assertThat(row.who().insuredRegion()).isEqualTo(People.ZHENJIANG);
        assertThat(row.what().toCommand(new PersonId("p" + "a".repeat(26))).channel())
                .isEqualTo(FilingChannel.EMPLOYER_PLATFORM);
        assertThat(row.toString()).doesNotContain(People.NAME, People.PERSON_NUMBER);
    }

    @Test
    void cutsNumbersOutOfTheReason() {
        Map<String, String> cells = cells();
        cells.put("reason", "本人" + People.IDENTITY_NUMBER);

        assertThat(EmployerCells.read(cells, ZHENJIANG, TODAY).what().reason()).isEqualTo("本人***");
    }

    @ParameterizedTest
    @CsvSource({
        "personNumber,,personNumber,required",
        "personNumber,姓名,personNumber,person-number",
        "identityNumber,1,identityNumber,identity-number",
        "insuredRegion,320100,insuredRegion,own-region",
        "category,PROMISE,category,one-of",
        "careRegion,上海,careRegion,region-code",
        "careRegion,999999,careRegion,region-code",
        "effectiveFrom,10.9.2019,effectiveFrom,date",
        "effectiveFrom,2021-01-01,effectiveFrom,too-far-ahead",
        "effectiveFrom,2019-09-09,reason,required-when-backdated",
        "effectiveTo,2019-09-10,effectiveTo,period",
    })
    void namesTheFieldAndTheRule(String column, @Nullable String value, String field, String rule) {
        Map<String, String> cells = cells();
        if (value == null) {
            cells.remove(column);
        } else {
            cells.put(column, value);
        }

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> EmployerCells.read(cells, ZHENJIANG, TODAY))
                .satisfies(problem -> assertThat(problem.errors())
                        .anySatisfy(error ->
                                assertThat(error.field() + ":" + error.rule()).isEqualTo(field + ":" + rule)));
    }

    @Test
    void letsAProvinceNameTheRegion() {
        Map<String, String> cells = cells();
        cells.put("insuredRegion", "320100");

        assertThat(EmployerCells.read(cells, PROVINCE, TODAY).who().insuredRegion())
                .isEqualTo(People.NANJING);
    }

    private static Map<String, String> cells() {
        return new HashMap<>(Map.of(
                "personNumber", People.PERSON_NUMBER,
                "name", People.NAME,
                "category", "POSTED_WORKER",
                "careRegion", "310000",
                "effectiveFrom", "2019-10-01"));
    }
}
