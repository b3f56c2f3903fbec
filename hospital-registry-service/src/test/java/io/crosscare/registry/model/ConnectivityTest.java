package io.crosscare.registry.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.region.RegionCode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Goal: every answer follows from one row of the documents. Method: a line per case, the answer last. */
class ConnectivityTest {

    private final Connectivity connectivity = ShippedFacts.connectivity();

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
        R01 Nanjing resident Shanghai outpatient,        320100, 310000, OUTPATIENT, RESIDENT, 2019-11-05, SERVICE_NOT_OPEN_FOR_CATEGORY, 320100-310000-OUTPATIENT-OUTBOUND
        R02 Nanjing to Jiaxing the day before,           320100, 330400, OUTPATIENT, EMPLOYEE, 2019-10-27, NOT_CONNECTED_ON_DATE,         320100-330400-OUTPATIENT-OUTBOUND
        Nanjing to Jiaxing on the first day,             320100, 330400, OUTPATIENT, EMPLOYEE, 2019-10-28, OPEN,                          320100-330400-OUTPATIENT-OUTBOUND
        R03 Nanjing to Shanghai the day before,          320100, 310000, OUTPATIENT, EMPLOYEE, 2019-04-17, NOT_CONNECTED_ON_DATE,         320100-310000-OUTPATIENT-OUTBOUND
        Nanjing to Shanghai on the first day,            320100, 310000, OUTPATIENT, EMPLOYEE, 2019-04-18, OPEN,                          320100-310000-OUTPATIENT-OUTBOUND
        date goes before plan,                           320100, 310000, OUTPATIENT, RESIDENT, 2019-04-17, NOT_CONNECTED_ON_DATE,         320100-310000-OUTPATIENT-OUTBOUND
        R04 Nanjing to Hangzhou outpatient,              320100, 330100, OUTPATIENT, EMPLOYEE, 2019-11-05, REGIONS_NOT_CONNECTED,         320100-330000-OUTPATIENT-OUTBOUND
        Nanjing to Zhejiang 省本级 outpatient,           320100, 339900, OUTPATIENT, EMPLOYEE, 2019-11-05, OPEN,                          320100-339900-OUTPATIENT-OUTBOUND
        Nanjing to Anhui outpatient is planned,          320100, 340100, OUTPATIENT, EMPLOYEE, 2019-11-05, REGIONS_NOT_CONNECTED,         320100-340000-OUTPATIENT-OUTBOUND
        Nanjing to Beijing outpatient is not stated,     320100, 110000, OUTPATIENT, EMPLOYEE, 2019-11-05, REGIONS_NOT_CONNECTED,
        Nanjing to Hangzhou inpatient,                   320100, 330100, INPATIENT,  RESIDENT, 2019-11-05, OPEN,                          320100-*-INPATIENT-OUTBOUND
        Nanjing names no special persons,                320100, 330100, INPATIENT,  SPECIAL,  2019-11-05, SERVICE_NOT_OPEN_FOR_CATEGORY, 320100-*-INPATIENT-OUTBOUND
        Nanjing chronic disease goes as outpatient,      320100, 310000, CHRONIC,    EMPLOYEE, 2019-05-10, OPEN,                          320100-310000-OUTPATIENT-OUTBOUND
        R07 Zhenjiang to Jiaxing outpatient,             321100, 330400, OUTPATIENT, EMPLOYEE, 2019-11-05, REGIONS_NOT_CONNECTED,         321100-330000-OUTPATIENT-OUTBOUND
        D01 Zhenjiang to Shanghai outpatient,            321100, 310000, OUTPATIENT, EMPLOYEE, 2019-09-10, OPEN,                          321100-310000-OUTPATIENT-OUTBOUND
        Zhenjiang names no limit of plan,                321100, 310000, OUTPATIENT, SPECIAL,  2019-09-10, OPEN,                          321100-310000-OUTPATIENT-OUTBOUND
        Zhenjiang to Beijing outpatient,                 321100, 110000, OUTPATIENT, EMPLOYEE, 2019-09-10, REGIONS_NOT_CONNECTED,         321100-*-OUTPATIENT-OUTBOUND
        Zhenjiang to Beijing inpatient,                  321100, 110000, INPATIENT,  RESIDENT, 2019-09-10, OPEN,                          321100-*-INPATIENT-OUTBOUND
        Zhenjiang to Nanjing inpatient,                  321100, 320100, INPATIENT,  EMPLOYEE, 2019-09-02, OPEN,                          321100-320000-INPATIENT-OUTBOUND
        Zhenjiang to Suzhou outpatient,                  321100, 320500, OUTPATIENT, RESIDENT, 2019-09-02, OPEN,                          321100-320000-OUTPATIENT-OUTBOUND
        Zhenjiang to 丹阳 is in the city,                321100, 321181, INPATIENT,  RESIDENT, 2019-09-02, OPEN,                          321100-321100-INPATIENT-OUTBOUND
        丹阳 to Zhenjiang is in the city,                321181, 321100, OUTPATIENT, EMPLOYEE, 2019-09-02, OPEN,                          321100-321100-OUTPATIENT-OUTBOUND
        丹阳 to 扬中 is in the city,                     321181, 321182, OUTPATIENT, EMPLOYEE, 2019-09-02, OPEN,                          321100-321100-OUTPATIENT-OUTBOUND
        Nanjing to Zhenjiang follows Nanjing's word,     320100, 321100, INPATIENT,  SPECIAL,  2019-09-02, SERVICE_NOT_OPEN_FOR_CATEGORY, 320100-320000-INPATIENT-OUTBOUND
        Shanghai to Zhenjiang outpatient,                310000, 321100, OUTPATIENT, RESIDENT, 2019-09-10, OPEN,                          310000-321100-OUTPATIENT-INBOUND
        Shanghai to Zhenjiang inpatient,                 310000, 321100, INPATIENT,  EMPLOYEE, 2019-09-10, OPEN,                          *-321100-INPATIENT-INBOUND
        Shanghai to Nanjing outpatient the day before,   310000, 320100, OUTPATIENT, EMPLOYEE, 2019-04-17, NOT_CONNECTED_ON_DATE,         310000-320100-OUTPATIENT-INBOUND
        Shanghai to Nanjing outpatient from the day on,  310000, 320100, OUTPATIENT, RESIDENT, 2019-04-18, OPEN,                          310000-320100-OUTPATIENT-INBOUND
        Huzhou to Nanjing outpatient is mutual,          330500, 320100, OUTPATIENT, EMPLOYEE, 2019-10-28, OPEN,                          330500-320100-OUTPATIENT-INBOUND
        Huzhou to Zhenjiang outpatient,                  330500, 321100, OUTPATIENT, EMPLOYEE, 2019-10-28, REGIONS_NOT_CONNECTED,
        Beijing to Nanjing inpatient before August,      110000, 320100, INPATIENT,  EMPLOYEE, 2019-07-31, NOT_CONNECTED_ON_DATE,         *-320100-INPATIENT-INBOUND
        Beijing to Nanjing inpatient from August,        110000, 320100, INPATIENT,  EMPLOYEE, 2019-08-01, OPEN,                          *-320100-INPATIENT-INBOUND
        Suzhou to Zhenjiang outpatient,                  320500, 321100, OUTPATIENT, RESIDENT, 2019-09-10, OPEN,                          320000-321100-OUTPATIENT-INBOUND
        Suzhou is not another province for Nanjing,      320500, 320100, INPATIENT,  RESIDENT, 2019-09-10, REGIONS_NOT_CONNECTED,
        between two regions not known here,              330400, 310000, OUTPATIENT, EMPLOYEE, 2019-11-05, REGIONS_NOT_CONNECTED,
        at home in Zhenjiang,                            321100, 321100, OUTPATIENT, EMPLOYEE, 2019-09-10, AT_HOME,
        at home in Nanjing,                              320100, 320100, INPATIENT,  EMPLOYEE, 2019-12-02, AT_HOME,
        """)
    void answersFromOneRow(
            String name,
            String insuredRegion,
            String careRegion,
            ServiceType serviceType,
            InsurancePlan plan,
            LocalDate on,
            String answer,
            String rowId) {
        var question = new ConnectionQuestion(
                new RegionCode(insuredRegion), new RegionCode(careRegion), serviceType, plan, on);

        ConnectionAnswer given = connectivity.answer(question);

        assertThat(nameOf(given)).as(name).isEqualTo(answer);
        ConnectivityRow row = given.rowOrNull();
        assertThat(row == null ? null : row.id()).as(name).isEqualTo(rowId);
    }

    @Test
    void marksAnAnswerByItsWeakestGround() {
        assertThat(markOf("321100", "310000")).isEqualTo(Mark.ASSUMED);
        assertThat(markOf("320100", "310000")).isEqualTo(Mark.OFFICIAL);
        assertThat(markOf("310000", "320100")).isEqualTo(Mark.NOT_LIMITED);
    }

    @Test
    void letsASpecificRowDecideWhateverTheOrderOfTheRows() {
        var reversed = new Connectivity(ShippedFacts.facts().connectivity().reversed());
        var question = new ConnectionQuestion(
                new RegionCode("320100"),
                new RegionCode("330400"),
                ServiceType.OUTPATIENT,
                InsurancePlan.EMPLOYEE,
                LocalDate.parse("2019-10-28"));

        assertThat(reversed.answer(question)).isEqualTo(connectivity.answer(question));
    }

    @Test
    void givesReasonsInTheOrderOfPrecedence() {
        assertThat(List.of(RefusalReason.values()))
                .containsExactly(
                        RefusalReason.REGIONS_NOT_CONNECTED,
                        RefusalReason.NOT_CONNECTED_ON_DATE,
                        RefusalReason.INSTITUTION_NOT_CONNECTED,
                        RefusalReason.SERVICE_NOT_OPEN_FOR_CATEGORY);
    }

    private Mark markOf(String insuredRegion, String careRegion) {
        ConnectivityRow row = connectivity
                .answer(new ConnectionQuestion(
                        new RegionCode(insuredRegion),
                        new RegionCode(careRegion),
                        ServiceType.OUTPATIENT,
                        InsurancePlan.EMPLOYEE,
                        LocalDate.parse("2019-09-10")))
                .rowOrNull();
        if (row == null) {
            throw new AssertionError("no row between " + insuredRegion + " and " + careRegion);
        }
        return row.mark();
    }

    private static String nameOf(ConnectionAnswer answer) {
        return switch (answer) {
            case ConnectionAnswer.AtHome _ -> "AT_HOME";
            case ConnectionAnswer.Open _ -> "OPEN";
            case ConnectionAnswer.Refused refused -> refused.reason().name();
        };
    }
}
