package io.crosscare.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.agency.Agencies;
import io.crosscare.chassis.agency.Agency;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.Doors.Answer;
import io.crosscare.filing.refusal.RefusalReason;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import reactor.core.publisher.Mono;

/** Every reason at the look-up and at the filing door: one short sentence, who can mend it, what to do; and nothing is stored. */
@FilingServiceTest
class RefusalDoorsIT {

    @LocalServerPort
    private int port;

    @Autowired
    private MongoDatabase database;

    @Autowired
    private Agencies agencies;

    private Doors doors;

    @BeforeEach
    void open() {
        doors = new Doors(port);
        agencies.keep(new Agency(new RegionCode("320100"), "南京市社会保险管理中心", "025-86590799", 1))
                .block();
    }

    /** Reason, who files as what from when to when, the sentence, its source and mark, a part of the next step. */
    static Stream<Arguments> applications() {
        return Stream.of(
                arguments(
                        "RESIDENT RESIDENT 320100",
                        "POSTED_WORKER",
                        null,
                        "不符合备案条件：职工可按四类备案；居民只可按异地长期居住或转外就诊备案",
                        "官方",
                        "异地长期居住、转外就诊"),
                arguments(
                        "EMPLOYEE ACTIVE 320100",
                        "RETIRED_RESETTLED",
                        null,
                        "不符合备案条件：异地安置须为退休人员，户籍已迁入或投靠直系亲属住满半年",
                        "官方",
                        "请核对参保人员类别"),
                arguments(
                        "RESIDENT RESIDENT 320100",
                        "LONG_TERM_RESIDENT",
                        null,
                        "不符合备案条件：居民备案异地长期居住，须有镇江市市区户籍",
                        "官方",
                        "持本地户籍证明"),
                arguments(
                        "EMPLOYEE ACTIVE 320100", "TRANSFER", "2020-09-01", "不符合备案条件：转外就诊备案有效期为12个月", "假设", "12 个月以内"));
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("applications")
    void refusesAFilingThatTheRulesDoNotAllow(
            String who, String category, @Nullable String to, String sentence, String mark, String nextStep) {
        String personId = register(who);
        long before = filings();

        Answer refused =
                doors.lodge(filing(personId, category, to), Doors.unique("key")).expect(422);

        assertSaid(refused, RefusalReason.FILING_NOT_ELIGIBLE);
        assertThat(refused.text("/message")).isEqualTo(sentence);
        assertThat(refused.text("/mark")).isEqualTo(mark);
        assertThat(refused.text("/source")).isNotBlank();
        assertThat(refused.text("/nextStep")).contains(nextStep);
        assertThat(filings()).isEqualTo(before);
    }

    /** domain.md §2 no. 3: all four categories, as employees have them. */
    @ParameterizedTest
    @CsvSource({"RETIRED_RESETTLED", "LONG_TERM_RESIDENT", "POSTED_WORKER", "TRANSFER"})
    void letsSpecialPersonsFileLikeEmployees(String category) {
        String personId = register("SPECIAL RETIRED_CADRE 321100");

        doors.lodge(filing(personId, category, null), Doors.unique("key")).expect(201);
    }

    /** domain.md §2.1 no. 20: a transfer counts for a year, a long-term filing until it is changed. */
    @ParameterizedTest
    @CsvSource({"TRANSFER, 2020-08-31", "LONG_TERM_RESIDENT, "})
    void givesEachCategoryItsTime(String category, @Nullable String end) {
        String personId = register("EMPLOYEE ACTIVE 321100");

        Answer lodged = doors.lodge(filing(personId, category, null), Doors.unique("key"))
                .expect(201);

        assertThat(lodged.body().at("/effectiveTo").asString(null)).isEqualTo(end);
    }

    @Test
    void refusesALookUpOfNobodyAndOfSomebodyElse() {
        String identityNumber = Doors.identityNumber();
        doors.register(Doors.person(Doors.unique("N"), identityNumber));

        Answer nobody = lookUp("321100", Doors.identityNumber(), "王测试", "A87654321");
        Answer otherName = lookUp("321100", identityNumber, "张测试", "A87654321");
        Answer otherCard = lookUp("321100", identityNumber, "王测试", "A87654322");
        Answer elsewhere = lookUp("320100", identityNumber, "王测试", "A87654321");

        assertSaid(nobody, RefusalReason.PERSON_UNKNOWN);
        assertSaid(otherName, RefusalReason.IDENTITY_MISMATCH);
        assertSaid(otherCard, RefusalReason.IDENTITY_MISMATCH);
        assertSaid(elsewhere, RefusalReason.PERSON_UNKNOWN);
        assertThat(otherName.text("/message")).isEqualTo(otherCard.text("/message"));
        assertThat(elsewhere.text("/responsible/name")).isEqualTo("南京市社会保险管理中心");
        assertThat(elsewhere.text("/responsible/phone")).isEqualTo("025-86590799");
        assertThat(nobody.text("/responsible/region")).isEqualTo("321100");
    }

    @Test
    void hasARowForEveryReason() {
        assertThat(Stream.of(RefusalReason.values()).map(Enum::name).collect(Collectors.toSet()))
                .isEqualTo(Set.of("PERSON_UNKNOWN", "IDENTITY_MISMATCH", "FILING_NOT_ELIGIBLE"));
    }

    private static void assertSaid(Answer refused, RefusalReason reason) {
        refused.expect(422);
        assertThat(refused.text("/reason")).isEqualTo(reason.name());
        assertThat(refused.text("/message")).isNotBlank().hasSizeLessThanOrEqualTo(60);
        assertThat(refused.text("/messageEn")).isNotBlank();
        assertThat(refused.text("/responsible/name")).isNotBlank();
        assertThat(refused.text("/nextStep")).isNotBlank().hasSizeLessThanOrEqualTo(60);
        assertThat(refused.text("/nextStepEn")).isNotBlank();
        assertThat(refused.text("/decidedOn")).matches("\\d{4}-\\d\\d-\\d\\d");
    }

    /** Plan, person type, household registration. */
    private String register(String who) {
        String[] words = who.split(" ", 3);
        return doors.register(Doors.person(Doors.unique("N"), Doors.identityNumber())
                .replace("\"EMPLOYEE\"", "\"" + words[0] + "\"")
                .replace("\"RETIRED\"", "\"" + words[1] + "\"")
                .replace("\"householdRegistration\":\"321100\"", "\"householdRegistration\":\"" + words[2] + "\""));
    }

    private static String filing(String personId, String category, @Nullable String to) {
        String body = Doors.filing(personId, category, "310000", "2019-09-01");
        return to == null ? body : body.replace("\"effectiveTo\":null", "\"effectiveTo\":\"" + to + "\"");
    }

    /** That a region is not kept here says nothing of the person. */
    @Test
    void saysWhereNobodyOfTheRegionIsKept() {
        Answer refused =
                lookUp("320300", Doors.identityNumber(), "王测试", "A87654321").expect(422);

        assertThat(refused.text("/reason")).isEqualTo("PERSON_UNKNOWN");
        assertThat(refused.text("/message")).isEqualTo("本系统不保存徐州市的参保信息");
        assertThat(refused.text("/messageEn")).contains("Xuzhou");
    }

    private Answer lookUp(String region, String identityNumber, String name, String card) {
        return doors.post(
                Doors.HOSPITAL, "/insured-persons/lookups", """
                    {"insuredRegion":"%s","identityNumber":"%s","name":"%s","card":{"kind":"PROVINCIAL_CARD","number":"%s"}}\
                    """.formatted(region, identityNumber, name, card));
    }

    private long filings() {
        return Mono.from(database.getCollection("filings").countDocuments())
                .blockOptional()
                .orElseThrow();
    }
}
