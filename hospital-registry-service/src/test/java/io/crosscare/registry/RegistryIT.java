package io.crosscare.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.testing.TestProperties;
import io.crosscare.registry.directory.RecordFacts;
import io.crosscare.registry.seed.SeedFacts;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;

/** The registry as its callers find it, from the shipped facts to the doors. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestProperties.class)
class RegistryIT {

    @LocalServerPort
    private int port;

    @Autowired
    private RecordFacts recordFacts;

    @Autowired
    private SeedFacts facts;

    private Doors doors = Doors.withoutToken(0);

    @BeforeEach
    void open() {
        doors = Doors.at(port);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /institutions?region=321100&limit=200|46
        /institutions?region=310000&limit=200|23
        /institutions?region=321100&limit=200&capability=SHANGHAI_OUTPATIENT&counterpart=310000&on=2019-09-10|38
        /institutions?region=310000&capability=CROSS_PROVINCE_OUTPATIENT&counterpart=321100|23
        /institutions?name=%E5%8F%A3%E8%85%94|1
        /institutions?level=L3|15
        /institutions?name=kouqiang|1
        /institutions?name=KQYY|1
        /institutions?name=zhongshan&region=310000|1
        /institutions?name=fddxfs|5
        /institutions?region=440300|0
        /institutions?kind=HOSPITAL&region=321100|14
        /capabilities|6
        /agencies|17
        /agencies?region=321100|4
        /agencies?region=321102|1
        /agencies?region=310000|0
        /regions|45
        /connectivity|27
        /connectivity?insuredRegion=320100&serviceType=CHRONIC|8
        /connectivity?careRegion=330400&category=EMPLOYEE|3
        """)
    void listsWhatIsAskedFor(String path, int count) throws Exception {
        JsonNode page = doors.get(path);

        assertThat(page.at("/items")).hasSize(count);
        assertThat(page.has("nextCursor")).isFalse();
    }

    @Test
    void pagesThroughAllInstitutionsInOrder() throws Exception {
        List<String> codes = new ArrayList<>();
        String cursor = "";
        for (int pages = 0; pages < 4; pages++) {
            JsonNode page = doors.get("/institutions?limit=20" + cursor);
            page.at("/items").forEach(item -> codes.add(item.at("/code").asString()));
            cursor = "&cursor=" + page.at("/nextCursor").asString("");
        }

        assertThat(codes).hasSize(69).isSorted().doesNotHaveDuplicates();
        assertThat(cursor).isEqualTo("&cursor=");
    }

    @Test
    void pagesInTheOrderOfPinyinAndRefusesAPlaceOfAnotherOrder() throws Exception {
        List<String> names = new ArrayList<>();
        String cursor = "";
        for (int pages = 0; pages < 3; pages++) {
            JsonNode page = doors.get("/institutions?region=310000&limit=10&sort=NAME" + cursor);
            page.at("/items").forEach(item -> names.add(item.at("/name").asString()));
            cursor = "&cursor=" + page.at("/nextCursor").asString("");
        }

        assertThat(names).hasSize(23).doesNotHaveDuplicates();
        assertThat(names.getFirst()).startsWith("复旦");
        assertThat(names.getLast()).startsWith("松江");
        String ofCodes = doors.get("/institutions?limit=1").at("/nextCursor").asString();
        doors.problem("/institutions?limit=1&sort=NAME&cursor=" + ofCodes, 400);
        String ofNames =
                doors.get("/institutions?limit=1&sort=NAME").at("/nextCursor").asString();
        doors.problem("/institutions?limit=1&cursor=" + ofNames, 400);
    }

    @Test
    void listsTheHighestLevelFirstAndTheUnknownLast() throws Exception {
        List<String> levels = new ArrayList<>();
        doors.get("/institutions?limit=200&sort=LEVEL")
                .at("/items")
                .forEach(item -> levels.add(item.at("/level").asString("")));

        assertThat(levels).hasSize(69).startsWith("L3").endsWith("");
        assertThat(levels.indexOf("L1")).isEqualTo(15);
    }

    @Test
    void givesAFileForSpreadsheets() throws Exception {
        String text = doors.file("/institutions?region=310000&sort=NAME", "text/csv");

        assertThat(text).startsWith("\uFEFF机构代码 code,");
        assertThat(text.lines()).hasSize(24);
        assertThat(text).contains("复旦大学附属中山医院", "跨省门诊（321100）官方");
        doors.problem("/institutions?limit=1", "text/csv", 400);
    }

    @Test
    void tellsAnybodyWhichInstitutionsTheyCanUse() throws Exception {
        JsonNode open = doors.get(
                "/public/institutions?insuredRegion=321100&careRegion=310000&serviceType=OUTPATIENT&on=2019-09-10&limit=200");
        JsonNode district = doors.get(
                "/public/institutions?insuredRegion=321102&careRegion=310117&serviceType=OUTPATIENT&on=2019-09-10");
        JsonNode residents = doors.get(
                "/public/institutions?insuredRegion=320100&careRegion=310000&serviceType=OUTPATIENT&plan=RESIDENT&on=2019-11-05");
        JsonNode elsewhere = doors.get(
                "/public/institutions?insuredRegion=440300&careRegion=310000&serviceType=INPATIENT&on=2019-11-05");

        assertThat(open.at("/open").asBoolean()).isTrue();
        assertThat(open.at("/plans")).hasSize(3);
        assertThat(open.at("/items")).hasSize(23);
        assertThat(open.at("/items/0/mark").asString()).isEqualTo("官方");
        assertThat(open.at("/items/0/plans")).hasSize(3);
        assertThat(open.at("/insuredAgency/phone").asString()).isEqualTo("0511-85340390");
        assertThat(open.at("/careAgency/known").asBoolean()).isFalse();
        assertThat(open.at("/careAgency/messageZh").asString()).isEqualTo("本系统未收录该地区经办机构");
        assertThat(district.at("/items")).hasSize(5);
        assertThat(residents.at("/open").asBoolean()).isFalse();
        assertThat(residents.at("/plans/0/reason").asString()).isEqualTo("SERVICE_NOT_OPEN_FOR_CATEGORY");
        assertThat(residents.at("/items")).isEmpty();
        assertThat(elsewhere.at("/open").asBoolean()).isFalse();
        assertThat(elsewhere.at("/insuredAgency/known").asBoolean()).isFalse();
        assertThat(open.at("/institutionsKnown").asBoolean()).isTrue();
        assertThat(open.has("noteZh")).isFalse();
        assertThat(open.at("/items/0/levelMark").asString()).isEqualTo("假设");
    }

    /** What is not in the sources is not known here, which is not the same as none. */
    @Test
    void saysWhereInstitutionsOrAgenciesAreNotKnownHere() throws Exception {
        JsonNode beijing =
                doors.get("/public/institutions?insuredRegion=321100&careRegion=110000&serviceType=INPATIENT");
        JsonNode agencies = doors.get("/agencies?region=310000");

        assertThat(beijing.at("/open").asBoolean()).isTrue();
        assertThat(beijing.at("/institutionsKnown").asBoolean(true)).isFalse();
        assertThat(beijing.at("/items")).isEmpty();
        assertThat(beijing.at("/noteZh").asString()).contains("未收录");
        assertThat(beijing.at("/plans/0/messageZh").asString())
                .contains("镇江市", "北京市")
                .doesNotContain("110000");
        assertThat(beijing.at("/plans/0/messageEn").asString())
                .contains("Zhenjiang", "Beijing")
                .doesNotContain("321100", "110000");
        assertThat(agencies.at("/items")).isEmpty();
        assertThat(agencies.at("/noteEn").asString()).contains("not known here");
        assertThat(doors.get("/agencies?region=321100").has("noteZh")).isFalse();
    }

    /** The brochure opens inpatient care in other provinces, and names Shanghai's institutions for outpatients only. */
    @Test
    void saysWhyNobodyIsListedWhereCareIsOpen() throws Exception {
        String inpatients = "/public/institutions?insuredRegion=321100&careRegion=310000&serviceType=INPATIENT";

        JsonNode nobody = doors.get(inpatients + "&on=2019-09-10");
        JsonNode byName = doors.get(inpatients + "&on=2019-09-10&name=%E4%B8%AD%E5%B1%B1");

        assertThat(nobody.at("/open").asBoolean()).isTrue();
        assertThat(nobody.at("/institutionsKnown").asBoolean()).isTrue();
        assertThat(nobody.at("/items")).isEmpty();
        assertThat(nobody.at("/noteZh").asString()).contains("均未标明", "si.12333.gov.cn");
        assertThat(nobody.at("/noteEn").asString()).contains("none is marked as open");
        assertThat(byName.has("noteZh")).isFalse();
    }

    /** N Q6 is of Nanjing; for others it is a reading. */
    @ParameterizedTest
    @CsvSource({"320100,官方", "321100,假设"})
    void saysOnWhatChronicCareAwayRests(String insuredRegion, String mark) throws Exception {
        JsonNode answer = doors.get("/connectivity?insuredRegion=" + insuredRegion
                + "&careRegion=310000&serviceType=CHRONIC&category=EMPLOYEE&on=2019-12-01");

        assertThat(answer.at("/open").asBoolean()).isTrue();
        assertThat(answer.at("/source").asString()).contains("N Q6");
        assertThat(answer.at("/mark").asString()).isEqualTo(mark);
    }

    @Test
    void saysWhyTheStomatologicalHospitalTakesNoOutpatientsFromShanghai() throws Exception {
        String code = doors.get("/institutions?name=%E5%8F%A3%E8%85%94")
                .at("/items/0/code")
                .asString();

        JsonNode answer = doors.get("/institutions/" + code
                + "/admissions?insuredRegion=310000&serviceType=OUTPATIENT&plan=EMPLOYEE&on=2019-09-10");

        assertThat(answer.at("/open").asBoolean()).isFalse();
        assertThat(answer.at("/reason").asString()).isEqualTo("INSTITUTION_NOT_CONNECTED");
        assertThat(answer.at("/messageZh").asString()).isEqualTo("镇江市口腔医院未开通上海市参保人门诊直接结算，已开通：省内");
        assertThat(answer.at("/source").asString()).isEqualTo("Z 基本政策 七 no. 10");
        assertThat(answer.at("/mark").asString()).isEqualTo("官方");
    }

    @Test
    void takesZhenjiangsOutpatientsAtZhongshanHospital() throws Exception {
        JsonNode answer = doors.get(
                "/institutions/H31000000001/admissions?insuredRegion=321100&serviceType=OUTPATIENT&plan=EMPLOYEE&on=2019-09-10");

        assertThat(answer.at("/open").asBoolean()).isTrue();
        assertThat(answer.has("reason")).isFalse();
        assertThat(answer.at("/source").asString()).isEqualTo("Z 基本政策 五.2, 八; Z 基本政策 八");
        assertThat(answer.at("/mark").asString()).isEqualTo("假设");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        320100, 310000, RESIDENT, 2019-11-05, SERVICE_NOT_OPEN_FOR_CATEGORY
        320100, 330400, EMPLOYEE, 2019-10-27, NOT_CONNECTED_ON_DATE
        320100, 310000, EMPLOYEE, 2019-04-17, NOT_CONNECTED_ON_DATE
        320100, 330100, EMPLOYEE, 2019-11-05, REGIONS_NOT_CONNECTED
        321100, 330400, EMPLOYEE, 2019-11-05, REGIONS_NOT_CONNECTED
        321100, 310117, EMPLOYEE, 2019-09-10,
        321102, 321111, EMPLOYEE, 2019-09-10,
        """)
    void answersTheGoldenRefusals(String insured, String care, String plan, String on, String reason) throws Exception {
        JsonNode answer =
                doors.get("/connectivity?insuredRegion=%s&careRegion=%s&serviceType=OUTPATIENT&category=%s&on=%s"
                        .formatted(insured, care, plan, on));

        assertThat(answer.at("/open").asBoolean()).isEqualTo(reason == null);
        assertThat(answer.at("/reason").asString(null)).isEqualTo(reason);
        assertThat(answer.at("/source").asString()).isNotBlank();
    }

    @Test
    void givesTheDecidingRowAndItsFirstDay() throws Exception {
        JsonNode answer = doors.get(
                "/connectivity?insuredRegion=320100&careRegion=330400&serviceType=OUTPATIENT&category=EMPLOYEE&on=2019-10-27");

        assertThat(answer.at("/openFrom").asString()).isEqualTo("2019-10-28");
        assertThat(answer.at("/row/id").asString()).isEqualTo("320100-330400-OUTPATIENT-OUTBOUND");
        assertThat(answer.at("/row/version").asLong()).isEqualTo(1);
    }

    @Test
    void leavesWhatIsSoAlreadyAlone() {
        Long changed = recordFacts
                .record(facts.agencies(), facts.institutions(), facts.connectivity())
                .block();

        assertThat(changed).isZero();
    }

    @Test
    void letsEveryAuthenticatedCallerReadAndNobodyElse() throws Exception {
        List<Caller> callers = List.of(
                new Caller.Hospital("his", new InstitutionCode("H31000000001")),
                new Caller.Agency("desk", new RegionCode("321100")),
                new Caller.Platform("nation", null),
                new Caller.Insured("app", new PersonId("p" + "a".repeat(26))),
                new Caller.Service("settlement"));

        for (Caller caller : callers) {
            assertThat(Doors.as(port, caller)
                            .get("/institutions/H32110000010")
                            .at("/code")
                            .asString())
                    .isEqualTo("H32110000010");
        }
        Doors.withoutToken(port).problem("/institutions", 401);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /institutions?region=Zhenjiang|region|region-code
        /institutions?region=|region|region-code
        /institutions?region=999999|region|region-code
        /institutions?region=321100&region=310000|region|repeated
        /institutions?level=L4|level|one-of
        /institutions?capability=shanghai|capability|one-of
        /institutions?kind=CASTLE|kind|one-of
        /capabilities?name=x|name|unknown-field
        /institutions?counterpart=31|counterpart|region-code
        /institutions?on=2019-02-30|on|date
        /institutions?name=%20|name|text
        /institutions?limit=0|limit|range
        /institutions?limit=201|limit|range
        /institutions?limit=many|limit|range
        /institutions?cursor=%25|cursor|cursor
        /institutions?nmae=x|nmae|unknown-field
        /institutions/H31000000001/admissions?serviceType=OUTPATIENT&plan=EMPLOYEE&on=2019-09-10|insuredRegion|required
        /institutions/H31000000001/admissions?insuredRegion=321100&plan=EMPLOYEE&on=2019-09-10|serviceType|required
        /institutions/H31000000001/admissions?insuredRegion=321100&serviceType=DENTAL&plan=EMPLOYEE&on=2019-09-10|serviceType|one-of
        /institutions/H31000000001/admissions?insuredRegion=321100&serviceType=OUTPATIENT&plan=EMPLOYEE&on=today|on|date
        /institutions?sort=SIZE|sort|one-of
        /public/institutions?careRegion=310000&serviceType=OUTPATIENT|insuredRegion|required
        /public/institutions?insuredRegion=321100&careRegion=330000&serviceType=OUTPATIENT|careRegion|pooling-region
        /public/institutions?insuredRegion=321100&careRegion=310000&serviceType=OUTPATIENT&person=1|person|unknown-field
        /agencies?region=x|region|region-code
        /agencies?city=x|city|unknown-field
        /regions?limit=-1|limit|range
        /regions?cursor=|cursor|cursor
        /regions?cursor=zzzz|cursor|cursor
        /agencies?cursor=zzzz|cursor|cursor
        /connectivity?cursor=zzzz|cursor|cursor
        /institutions?cursor=zzzz|cursor|cursor
        /institutions?sort=NAME&cursor=TkFNRTp6|cursor|cursor
        /public/institutions?insuredRegion=321100&careRegion=310000&serviceType=OUTPATIENT&cursor=zzzz|cursor|cursor
        /connectivity?insuredRegion=*|insuredRegion|region-code
        /connectivity?careRegion=999999|careRegion|region-code
        /connectivity?on=2019-09-10&careRegion=310000&serviceType=OUTPATIENT&category=EMPLOYEE|insuredRegion|required
        /connectivity?on=&insuredRegion=321100&careRegion=310000&serviceType=OUTPATIENT&category=EMPLOYEE|on|required
        /connectivity?category=VIP|category|one-of
        /connectivity?on=2019-09-10&insuredRegion=321100&careRegion=310000&serviceType=OUTPATIENT&category=EMPLOYEE&limit=1|limit|unknown-field
        """)
    void namesFieldAndRuleOfBadInput(String path, String field, String rule) throws Exception {
        JsonNode problem = doors.problem(path, 400);

        assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(problem.at("/errors/0/rule").asString()).isEqualTo(rule);
        assertThat(problem.at("/errors/0/messageZh").asString()).isNotBlank();
    }

    @Test
    void namesEveryBrokenRuleAtOnce() throws Exception {
        JsonNode problem = doors.problem("/institutions/H31000000001/admissions", 400);

        assertThat(problem.at("/errors")).hasSize(4);
    }

    @Test
    void knowsNoOtherInstitutionsDoorsOrMethods() throws Exception {
        doors.problem("/institutions/H99999999999", 404);
        doors.problem("/institutions/H3", 404);
        doors.problem(
                "/institutions/him/admissions?insuredRegion=321100&serviceType=OUTPATIENT&plan=EMPLOYEE&on=2019-09-10",
                404);
        doors.problem(
                "/institutions/H99999999999/admissions?insuredRegion=321100&serviceType=OUTPATIENT&plan=EMPLOYEE&on=2019-09-10",
                404);
        doors.problem("/hospitals", 404);
    }
}
