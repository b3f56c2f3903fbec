package io.crosscare.registry.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.registry.model.Institution;
import io.crosscare.registry.model.InstitutionKind;
import io.crosscare.registry.model.Mark;
import io.crosscare.registry.model.ServiceType;
import io.crosscare.registry.model.ShippedFacts;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstitutionRowsTest {

    private static final Map<String, String> GOOD = Map.of(
            "code", "H32010000001",
            "name", "测试护理院",
            "region", "320100",
            "capabilities", "IN_PROVINCE|320000; CHRONIC_OUTPATIENT|*|2023-01-01|2023-12-31",
            "source", "test");

    private final InstitutionRows rows = new InstitutionRows(
            ShippedFacts.facts().regions(), ShippedFacts.facts().capabilities());

    @Test
    void readsARowAndKnowsNoMoreThanItSays() {
        Institution institution = rows.read(GOOD);

        assertThat(institution.kind()).isEqualTo(InstitutionKind.NURSING_HOME);
        assertThat(institution.level()).isNull();
        assertThat(institution.district()).isNull();
        assertThat(institution.isCodeProvisional()).isFalse();
        assertThat(institution.coverage()).isEqualTo(Mark.OFFICIAL);
        assertThat(institution.capabilities()).hasSize(2);
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource(textBlock = """
        CHRONIC,    2022-12-31, false
        CHRONIC,    2023-01-01, true
        CHRONIC,    2023-12-31, true
        CHRONIC,    2024-01-01, false
        OUTPATIENT, 2023-06-01, false
        INPATIENT,  2023-06-01, false
        """)
    void opensALaterServiceByItsNameAlone(ServiceType service, LocalDate on, boolean isOpen) {
        Institution institution = rows.read(GOOD);

        assertThat(institution
                        .capabilityFor(new RegionCode("310000"), service, on)
                        .isPresent())
                .isEqualTo(isOpen);
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource(delimiter = ':', textBlock = """
        code:H1:institution-code
        code::required
        name::required
        region:320106:pooling-region
        region:440300:pooling-region
        region:320000:pooling-region
        district:310104:district
        district:32:region-code
        district:999999:region-code
        kind:CASTLE:one-of
        level:L4:one-of
        mark:SURE:one-of
        code_provisional:yes:flag
        capabilities:FLYING|320000:capabilities
        capabilities:IN_PROVINCE:capabilities
        capabilities:IN_PROVINCE|32:capabilities
        capabilities:IN_PROVINCE|999999:capabilities
        capabilities:IN_PROVINCE|320000|2023-02-30:capabilities
        capabilities:IN_PROVINCE|320000|2023-02-02|2023-02-01:capabilities
        capabilities:IN_PROVINCE|320000|||:capabilities
        source::required
        name:镇江�医院:encoding
        """)
    void namesTheColumnAndTheRuleOfABadField(String column, String value, String rule) {
        Map<String, String> fields = new HashMap<>(GOOD);
        fields.remove(column);
        if (value != null) {
            fields.put(column, value);
        }

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> rows.read(fields))
                .satisfies(problem -> assertThat(problem.errors())
                        .singleElement()
                        .satisfies(error -> {
                            assertThat(error.field()).isEqualTo(column);
                            assertThat(error.rule()).isEqualTo(rule);
                            assertThat(error.message().zh()).isNotBlank();
                        }));
    }
}
