package io.crosscare.registry.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.region.RegionCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both directions by name, on the lists as printed. */
class AdmissionAnswerTest {

    private static final RegionCode ZHENJIANG = new RegionCode("321100");

    @ParameterizedTest(name = "{0}: {1} {2} {3}")
    @CsvSource(textBlock = """
        镇江市口腔医院,             310000, OUTPATIENT, EMPLOYEE, 2019-09-10, INSTITUTION_NOT_CONNECTED
        镇江市口腔医院,             310000, INPATIENT,  EMPLOYEE, 2019-09-10, INSTITUTION_NOT_CONNECTED
        镇江市口腔医院,             320500, OUTPATIENT, EMPLOYEE, 2019-09-10, IN_PROVINCE
        镇江市口腔医院,             321181, INPATIENT,  RESIDENT, 2019-09-10, IN_PROVINCE
        镇江市口腔医院,             321100, OUTPATIENT, EMPLOYEE, 2019-09-10, AT_HOME
        镇江市口腔医院,             330400, OUTPATIENT, EMPLOYEE, 2019-11-05, REGIONS_NOT_CONNECTED
        江苏大学附属医院,           310000, OUTPATIENT, RESIDENT, 2019-09-10, SHANGHAI_OUTPATIENT
        江苏大学附属医院,           310000, INPATIENT,  RESIDENT, 2019-09-10, CROSS_PROVINCE_INPATIENT
        江苏大学附属医院,           330400, OUTPATIENT, EMPLOYEE, 2019-11-05, REGIONS_NOT_CONNECTED
        江苏大学附属医院,           330400, INPATIENT,  EMPLOYEE, 2019-11-05, CROSS_PROVINCE_INPATIENT
        复旦大学附属中山医院,       321100, OUTPATIENT, EMPLOYEE, 2019-09-10, CROSS_PROVINCE_OUTPATIENT
        复旦大学附属中山医院,       321100, INPATIENT,  EMPLOYEE, 2019-09-10, INSTITUTION_NOT_CONNECTED
        复旦大学附属中山医院,       320100, OUTPATIENT, EMPLOYEE, 2019-04-17, NOT_CONNECTED_ON_DATE
        复旦大学附属中山医院,       320100, OUTPATIENT, EMPLOYEE, 2019-04-18, CROSS_PROVINCE_OUTPATIENT
        复旦大学附属中山医院,       320100, OUTPATIENT, RESIDENT, 2019-11-05, SERVICE_NOT_OPEN_FOR_CATEGORY
        复旦大学附属中山医院,       320100, INPATIENT,  SPECIAL,  2019-11-05, INSTITUTION_NOT_CONNECTED
        """)
    void joinsTheInstitutionsMarksWithTheRegions(
            String name, String insuredRegion, ServiceType service, InsurancePlan plan, LocalDate on, String expected) {
        Institution institution = ShippedFacts.institution(name);

        AdmissionAnswer answer = decide(institution, new RegionCode(insuredRegion), service, plan, on);

        assertThat(summary(answer)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} from {1}: {2}")
    @CsvSource(textBlock = """
        2019-08-31, 310000, SHANGHAI_OUTPATIENT
        2019-09-01, 310000, SUSPENDED
        2019-09-10, 310000, SUSPENDED
        2019-09-11, 310000, SHANGHAI_OUTPATIENT
        2019-09-01, 320500, SUSPENDED
        2019-09-01, 321100, SUSPENDED
        2019-09-01, 330400, REGIONS_NOT_CONNECTED
        """)
    void takesNobodyOnTheDaysOfASuspension(LocalDate on, String insuredRegion, String expected) {
        Institution institution = Institutions.announced(
                "江苏大学附属医院", List.of(Institutions.suspension("2019-09-01", "2019-09-10", "系统改造")), List.of());

        AdmissionAnswer answer =
                decide(institution, new RegionCode(insuredRegion), ServiceType.OUTPATIENT, InsurancePlan.EMPLOYEE, on);

        assertThat(summary(answer)).isEqualTo(expected);
    }

    @Test
    void opensThirtyEightOfFortySixToShanghaiOutpatients() {
        RegionCode shanghai = new RegionCode("310000");
        LocalDate on = LocalDate.parse("2019-09-10");

        List<String> closed = ShippedFacts.facts().institutions().stream()
                .filter(institution -> institution.region().equals(ZHENJIANG))
                .filter(institution ->
                        !(decide(institution, shanghai, ServiceType.OUTPATIENT, InsurancePlan.EMPLOYEE, on)
                                instanceof AdmissionAnswer.Admitted))
                .map(Institution::source)
                .toList();

        assertThat(closed)
                .containsExactly(
                        "Z 基本政策 七 no. 10",
                        "Z 基本政策 七 no. 19",
                        "Z 基本政策 七 no. 20",
                        "Z 基本政策 七 no. 23",
                        "Z 基本政策 七 no. 25",
                        "Z 基本政策 七 no. 28",
                        "Z 基本政策 七 no. 33",
                        "Z 基本政策 七 no. 46");
    }

    @Test
    void restsOnThePrintedListForZhenjiangAndOnAReadingForNanjing() {
        Institution zhongshan = ShippedFacts.institution("复旦大学附属中山医院");
        LocalDate on = LocalDate.parse("2019-09-10");

        assertThat(zhongshan.capabilityFor(ZHENJIANG, ServiceType.OUTPATIENT, on))
                .hasValueSatisfying(capability -> assertThat(capability.mark()).isEqualTo(Mark.OFFICIAL));
        assertThat(zhongshan.capabilityFor(new RegionCode("320100"), ServiceType.OUTPATIENT, on))
                .hasValueSatisfying(capability -> assertThat(capability.mark()).isEqualTo(Mark.ASSUMED));
    }

    @Test
    void servesOnlyBetweenItsFirstAndLastDay() {
        Capability capability = capability("2019-04-18", "2019-12-31");

        assertThat(capability.isInForceOn(LocalDate.parse("2019-04-17"))).isFalse();
        assertThat(capability.isInForceOn(LocalDate.parse("2019-04-18"))).isTrue();
        assertThat(capability.isInForceOn(LocalDate.parse("2019-12-31"))).isTrue();
        assertThat(capability.isInForceOn(LocalDate.parse("2020-01-01"))).isFalse();
        assertThat(capability(null, null).isInForceOn(LocalDate.parse("1999-01-01")))
                .isTrue();
    }

    private static Capability capability(@Nullable String from, @Nullable String to) {
        return new Capability(
                ShippedFacts.facts().capabilities().require("SHANGHAI_OUTPATIENT"),
                Direction.INBOUND,
                RegionScope.parse("310000"),
                from == null ? null : LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                "test",
                Mark.OFFICIAL);
    }

    private static AdmissionAnswer decide(
            Institution institution, RegionCode insured, ServiceType service, InsurancePlan plan, LocalDate on) {
        return AdmissionAnswer.decide(
                institution,
                ShippedFacts.connectivity(),
                new ConnectionQuestion(insured, institution.region(), service, plan, on));
    }

    private static String summary(AdmissionAnswer answer) {
        return switch (answer) {
            case AdmissionAnswer.Admitted admitted when admitted.capability() == null -> "AT_HOME";
            case AdmissionAnswer.Admitted(var _, var capability) ->
                capability.kind().name();
            case AdmissionAnswer.Suspended _ -> "SUSPENDED";
            case AdmissionAnswer.InstitutionNotOpen _ -> RefusalReason.INSTITUTION_NOT_CONNECTED.name();
            case AdmissionAnswer.NotConnected(var refused) -> refused.reason().name();
        };
    }
}
