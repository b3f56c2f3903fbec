package io.crosscare.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.testing.RepositoryRoot;
import io.crosscare.chassis.testing.TestProperties;
import io.crosscare.registry.directory.RecordFacts;
import io.crosscare.registry.seed.SeedFacts;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;

/** What keepers of the registry do through its doors, and what everybody then sees. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "crosscare.mongo.database=registry-keeping")
@ContextConfiguration(initializers = TestProperties.class)
class KeepingIT {

    private static final String HEADER = "code,name,region,capabilities,source,level\n";
    private static final String ADMISSIONS =
            "/admissions?insuredRegion=310000&serviceType=OUTPATIENT&plan=EMPLOYEE&on=";

    @LocalServerPort
    private int port;

    @Autowired
    private RecordFacts recordFacts;

    @Autowired
    private SeedFacts facts;

    private Doors nanjing = Doors.withoutToken(0);
    private Doors zhenjiang = Doors.withoutToken(0);
    private Doors everybody = Doors.withoutToken(0);

    @BeforeEach
    void open() {
        nanjing = Doors.as(port, new Caller.Agency("desk-nj", new RegionCode("320100")));
        zhenjiang = Doors.as(port, new Caller.Agency("desk-zj", new RegionCode("321100")));
        everybody = Doors.at(port);
    }

    @Test
    void importsTheSampleOnceAndTellsTheDifferencesBefore() throws Exception {
        String sample = Files.readString(RepositoryRoot.find().resolve("docs/samples/nanjing-institutions.csv"));

        JsonNode dry = Doors.json(nanjing.upload("/institution-imports?dryRun=true", sample), 200);
        everybody.problem("/institutions/H32010099901", 404);
        JsonNode done = Doors.json(nanjing.upload("/institution-imports", sample), 200);
        JsonNode again = Doors.json(nanjing.upload("/institution-imports", sample), 200);

        assertThat(dry.at("/added").asLong()).isEqualTo(3);
        assertThat(dry.at("/rows/0/line").asLong()).isEqualTo(2);
        assertThat(dry.at("/rows/0/differences/0/after").asString()).isEqualTo("样例：南京某三级医院");
        assertThat(done.at("/added").asLong()).isEqualTo(3);
        assertThat(again.at("/unchanged").asLong()).isEqualTo(3);
        assertThat(again.at("/rows")).isEmpty();
        JsonNode institution = everybody.get("/institutions/H32010099901");
        assertThat(institution.at("/coverageMark").asString()).isEqualTo("样例");
        assertThat(institution.at("/levelMark").asString()).isEqualTo("样例");
        assertThat(everybody
                        .get("/institutions/H32010099901" + ADMISSIONS + "2019-11-05")
                        .at("/mark")
                        .asString())
                .isEqualTo("样例");
    }

    @Test
    void refusesRowsOneByOneAndTakesTheOthers() throws Exception {
        JsonNode report = Doors.json(
                nanjing.upload(
                        "/institution-imports",
                        HEADER
                                + "H32010088801,甲,320100,IN_PROVINCE|320000,test,L3\n"
                                + "H32010088802,乙,320100,FLYING|320000,test,L9\n"
                                + "H32010088801,甲,320100,IN_PROVINCE|320000,test,L2\n"
                                + "H32110088803,丙,321100,IN_PROVINCE|320000,test,L3\n"
                                + "H32110000001,江苏大学附属医院,320100,IN_PROVINCE|320000,test,L3\n"
                                + "broken\n"
                                + "H32010088804,丁,320100,IN_PROVINCE|320000,test,\n"),
                200);

        assertThat(report.at("/added").asLong()).isEqualTo(2);
        assertThat(report.at("/refused").asLong()).isEqualTo(5);
        assertThat(report.at("/rows")
                        .valueStream()
                        .map(row -> row.at("/errors/0/rule").asString("-")))
                .containsExactly("-", "one-of", "repeated", "not-yours", "not-yours", "required", "-");
        assertThat(report.at("/rows/1/errors")).hasSize(2);
        assertThat(everybody.get("/institutions/H32110000001").at("/region").asString())
                .isEqualTo("321100");
    }

    @Test
    void keepsWhatAKeeperSaidWhenTheServiceStartsAgain() throws Exception {
        String row = HEADER + "H32110000002,镇江市第一人民医院,321100,IN_PROVINCE|320000;CROSS_PROVINCE_INPATIENT|*,agency,L3\n";
        assertThat(Doors.json(zhenjiang.upload("/institution-imports?effectiveFrom=2019-10-01", row), 200)
                        .at("/changed")
                        .asLong())
                .isEqualTo(1);

        Long changed = recordFacts
                .record(facts.agencies(), facts.institutions(), facts.connectivity())
                .block();

        assertThat(changed).isZero();
        JsonNode history = zhenjiang.get("/institutions/H32110000002/history").at("/items");
        assertThat(history).hasSize(2);
        assertThat(history.at("/0/role").asString()).isEqualTo("shipped");
        assertThat(history.at("/1/kind").asString()).isEqualTo("CHANGED");
        assertThat(history.at("/1/by").asString()).isEqualTo("desk-zj");
        assertThat(history.at("/1/effectiveFrom").asString()).isEqualTo("2019-10-01");
        assertThat(history.at("/1/fields")
                        .valueStream()
                        .map(field -> field.at("/field").asString()))
                .containsExactly("codeProvisional", "level", "capabilities", "source");
        assertThat(history.at("/1/institution/version").asLong()).isEqualTo(2);
        String path = "/institutions/H32110000002";
        assertThat(everybody.get(path + "?on=2019-09-30").at("/version").asLong())
                .isEqualTo(1);
        assertThat(everybody.get(path + "?on=2019-10-01").at("/level").asString())
                .isEqualTo("L3");
        assertThat(everybody.get(path).at("/level").asString()).isEqualTo("L3");
        everybody.problem(path + "?on=yesterday", 400);
        everybody.problem("/institutions/H99999999999?on=2019-09-30", 404);
    }

    @Test
    void suspendsOnceForAKeyAndRefusesAdmissionOnThoseDays() throws Exception {
        String path = "/institutions/H32110000003/suspensions";
        String body = "{\"from\":\"2019-09-01\",\"to\":\"2019-09-10\",\"reason\":\"系统改造\"}";

        JsonNode first = Doors.json(zhenjiang.post(path, "s-1", body), 201);
        HttpResponse<String> again = zhenjiang.post(path, "s-1", body);
        Doors.json(zhenjiang.post(path, "s-1", body.replace("09-10", "09-11")), 409);
        Doors.json(zhenjiang.post(path, "s-2", body), 409);

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.headers().firstValue("Idempotency-Hit")).hasValue("true");
        assertThat(Doors.json(again, 200)).isEqualTo(first);
        JsonNode within = everybody.get("/institutions/H32110000003" + ADMISSIONS + "2019-09-10");
        assertThat(within.at("/open").asBoolean()).isFalse();
        assertThat(within.at("/reason").asString()).isEqualTo("INSTITUTION_NOT_CONNECTED");
        assertThat(within.at("/messageZh").asString()).isEqualTo("镇江市第一人民医院新区分院自2019-09-01至2019-09-10暂停医保直接结算");
        assertThat(within.at("/suspension/reason").asString()).isEqualTo("系统改造");
        assertThat(everybody
                        .get("/institutions/H32110000003" + ADMISSIONS + "2019-09-11")
                        .at("/open")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void resumesFromADayOn() throws Exception {
        String path = "/institutions/H32110000004";
        Doors.json(zhenjiang.post(path + "/suspensions", "r-1", "{\"from\":\"2019-09-01\",\"reason\":\"协议中止\"}"), 201);

        Doors.json(zhenjiang.post(path + "/resumptions", "r-2", "{\"on\":\"2019-09-05\",\"reason\":\"恢复\"}"), 201);
        Doors.json(zhenjiang.post(path + "/resumptions", "r-3", "{\"on\":\"2019-09-05\",\"reason\":\"恢复\"}"), 409);

        JsonNode institution = everybody.get(path);
        assertThat(institution.at("/status").asString()).isEqualTo("OPEN");
        assertThat(institution.at("/suspensions/0/to").asString()).isEqualTo("2019-09-04");
    }

    @Test
    void tellsOfAnOutageAndRefusesNothing() throws Exception {
        String path = "/institutions/H32110000005";
        String body = "{\"from\":\"2999-09-10T01:00:00Z\",\"to\":\"2999-09-10T02:00:00Z\",\"zh\":\"停机维护\"}";

        Doors.json(zhenjiang.post(path + "/outages", "o-1", body), 201);

        JsonNode answer = everybody.get(path + ADMISSIONS + "2999-09-10");
        assertThat(answer.at("/open").asBoolean()).isTrue();
        assertThat(answer.at("/outages/0/zh").asString()).isEqualTo("停机维护");
        assertThat(everybody.get(path + ADMISSIONS + "2999-09-11").has("outages"))
                .isFalse();
        assertThat(everybody.get(path).at("/outages/0/from").asString()).isEqualTo("2999-09-10T01:00:00Z");
    }

    @Test
    void letsOnlyKeepersOfTheRegionWrite() throws Exception {
        String path = "/institutions/H32110000006/suspensions";
        String body = "{\"from\":\"2019-09-01\",\"to\":\"2019-09-01\",\"reason\":\"x\"}";
        List<Caller> others = List.of(
                new Caller.Hospital("his", new InstitutionCode("H32110000006")),
                new Caller.Agency("desk", new RegionCode("320100")),
                new Caller.Agency("desk", new RegionCode("321181")),
                new Caller.Platform("nation", null),
                new Caller.Platform("zhejiang", new RegionCode("330000")),
                new Caller.Operator("ops"),
                new Caller.Insured("app", new PersonId("p" + "a".repeat(26))),
                new Caller.Service("settlement"));

        for (Caller other : others) {
            Doors.json(Doors.as(port, other).post(path, "k", body), 403);
        }
        Doors.json(zhenjiang.post("/institutions/H99999999999/suspensions", "k", body), 404);
        Doors province = Doors.as(port, new Caller.Platform("jiangsu", new RegionCode("320000")));
        Doors.json(province.post(path, "k", body), 201);
        for (Caller other : List.of(others.get(0), others.get(3), others.get(5), others.get(6), others.get(7))) {
            Doors.json(Doors.as(port, other).upload("/institution-imports", HEADER), 403);
        }
    }

    @Test
    void showsHistoryToThoseWhoKeepAndWatchTheRegistry() throws Exception {
        Doors hospital = Doors.as(port, new Caller.Hospital("his", new InstitutionCode("H32110000006")));

        hospital.problem("/institutions/H32110000001/history", 403);
        assertThat(everybody
                        .get("/institutions/H32110000001/history")
                        .at("/items/0/kind")
                        .asString())
                .isEqualTo("RECORDED");
        everybody.problem("/institutions/H99999999999/history", 404);
    }

    @Test
    void namesWhatIsWrongWithARequest() throws Exception {
        assertRule(zhenjiang.post("/institutions/H32110000001/suspensions", "b", "{}"), "from", "required");
        assertRule(
                zhenjiang.post(
                        "/institutions/H32110000001/suspensions",
                        "b",
                        "{\"from\":\"2019-09-02\",\"to\":\"2019-09-01\",\"reason\":\"x\"}"),
                "to",
                "order");
        assertRule(
                zhenjiang.post(
                        "/institutions/H32110000001/outages",
                        "b",
                        "{\"from\":\"2019-09-02\",\"to\":\"2019-09-01T00:00:00Z\",\"zh\":\"x\"}"),
                "from",
                "instant");
        assertRule(zhenjiang.upload("/institution-imports", "a,b\n1,2\n"), "header", "columns");
        assertRule(zhenjiang.upload("/institution-imports?dryRun=maybe", HEADER), "dryRun", "flag");
        assertRule(
                zhenjiang.upload("/institution-imports?effectiveFrom=2999-01-01", HEADER),
                "effectiveFrom",
                "not-later");
        assertRule(zhenjiang.upload("/institution-imports?dry=true", HEADER), "dry", "unknown-field");
        Doors.json(zhenjiang.post("/institution-imports", "b", "{}"), 415);
    }

    @Test
    void takesWhatNoSpreadsheetWritesForAMistakeOfTheCaller() throws Exception {
        String row = HEADER + "H32110000002,镇江医院,321100,IN_PROVINCE|320000,test,L3\n";

        JsonNode tooLong = Doors.json(zhenjiang.upload("/institution-imports", HEADER + "长".repeat(1_000_000)), 200);
        Doors.json(zhenjiang.upload("/institution-imports", "text/csv;charset=nonsense", row.getBytes(UTF_8)), 415);
        Doors.json(zhenjiang.upload("/institution-imports", "text/csv", new byte[0]), 400);
        JsonNode garbled = Doors.json(
                zhenjiang.upload("/institution-imports", "text/csv", row.getBytes(Charset.forName("GBK"))), 200);
        JsonNode named = Doors.json(
                zhenjiang.upload(
                        "/institution-imports?dryRun=true",
                        "text/csv;charset=GBK",
                        row.getBytes(Charset.forName("GBK"))),
                200);

        assertThat(tooLong.at("/refused").asLong()).isEqualTo(1);
        assertThat(garbled.at("/rows/0/errors/0/rule").asString()).isEqualTo("encoding");
        assertThat(named.at("/rows/0/differences/0/after").asString()).isEqualTo("镇江医院");
    }

    private static void assertRule(HttpResponse<String> answer, String field, String rule) {
        JsonNode problem = Doors.json(answer, 400);
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(problem.at("/errors/0/rule").asString()).isEqualTo(rule);
    }
}
