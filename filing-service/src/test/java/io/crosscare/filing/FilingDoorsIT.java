package io.crosscare.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.filing.Doors.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Lodging, reading, listing and checking filings through the doors. */
@FilingServiceTest
class FilingDoorsIT {

    @LocalServerPort
    private int port;

    private Doors doors;

    @BeforeEach
    void open() {
        doors = new Doors(port);
    }

    @Test
    void lodgesABackdatedFilingAndReplaysIt() {
        String personId = doors.registerRetiree();
        String body = Doors.filing(personId, "RETIRED_RESETTLED", "310000", "2019-05-01");
        String key = Doors.unique("key");

        Answer lodged = doors.lodge(body, key).expect(201);
        Answer replayed = doors.lodge(body, key).expect(200);

        assertThat(lodged.isReplay()).isFalse();
        assertThat(replayed.isReplay()).isTrue();
        assertThat(replayed.body()).isEqualTo(lodged.body());
        assertThat(lodged.text("/id")).matches("f[a-z2-7]{26}");
        assertThat(lodged.text("/state")).isEqualTo("EFFECTIVE");
        assertThat(lodged.body().at("/backdated").asBoolean()).isTrue();
        assertThat(lodged.body().has("effectiveTo")).isFalse();
        assertThat(lodged.body().at("/history/0/backdated").asBoolean()).isTrue();
        assertThat(lodged.text("/history/0/from")).isEqualTo("2019-05-01");
        assertThat(lodged.text("/history/0/action")).isEqualTo("LODGED");
        assertThat(lodged.text("/history/0/by")).isEqualTo("agency-zhenjiang");
        assertThat(lodged.text("/history/0/reason")).isEqualTo("补办");
        assertThat(doors.get(Doors.ZHENJIANG, "/filings/" + lodged.text("/id"))
                        .expect(200)
                        .body())
                .isEqualTo(lodged.body());
    }

    @Test
    void takesAFilingThatWillNotSettleAndSaysSo() {
        String suspended = doors.register(Doors.person(Doors.unique("N"), Doors.identityNumber())
                .replace("\"insuranceStatus\":\"ACTIVE\"", "\"insuranceStatus\":\"SUSPENDED\""));
        String body = Doors.filing(suspended, "RETIRED_RESETTLED", "310000", "1999-01-01");
        String key = Doors.unique("key");

        Answer lodged = doors.lodge(body, key).expect(201);
        Answer replayed = doors.lodge(body, key).expect(200);
        Answer ordinary = doors.lodge(
                        Doors.filing(doors.registerRetiree(), "RETIRED_RESETTLED", "310000", "2019-05-01"),
                        Doors.unique("key"))
                .expect(201);

        assertThat(lodged.body()
                        .at("/warnings")
                        .valueStream()
                        .map(warning -> warning.path("code").asString()))
                .containsExactly("INSURANCE_SUSPENDED", "BEFORE_SOURCES");
        assertThat(lodged.text("/warnings/0/zh")).contains("暂停参保");
        assertThat(lodged.text("/warnings/0/en")).contains("suspended");
        assertThat(replayed.body()).isEqualTo(lodged.body());
        assertThat(ordinary.body().has("warnings")).isFalse();
    }

    @Test
    void givesATransferTwelveMonths() {
        String body = Doors.filing(doors.registerRetiree(), "TRANSFER", "330100", "2019-03-01");

        assertThat(doors.lodge(body, Doors.unique("key")).expect(201).text("/effectiveTo"))
                .isEqualTo("2020-02-29");
    }

    @Test
    void refusesAKeyUsedForSomethingElse() {
        String personId = doors.registerRetiree();
        String key = Doors.unique("key");
        doors.lodge(Doors.filing(personId, "TRANSFER", "330100", "2019-03-01"), key)
                .expect(201);

        Answer refused = doors.lodge(Doors.filing(personId, "TRANSFER", "330100", "2019-03-02"), key);

        assertThat(refused.expect(409).text("/type")).endsWith("idempotency-conflict");
        assertThat(filingsOf(personId)).hasSize(1);
    }

    @Test
    void takesTheSameKeyOfAnotherAgencyAsItsOwn() {
        String key = Doors.unique("key");
        doors.lodge(Doors.filing(doors.registerRetiree(), "TRANSFER", "330100", "2019-03-01"), key)
                .expect(201);
        String nanjingPerson =
                Doors.person(Doors.unique("N"), Doors.identityNumber()).replace("321100", "320100");
        String personId = doors.post(Doors.NANJING, "/insured-persons", nanjingPerson)
                .expect(201)
                .text("/personId");

        doors.post(Doors.NANJING, "/filings", Doors.filing(personId, "TRANSFER", "310000", "2019-03-01"), key)
                .expect(201);
    }

    @Test
    void refusesASecondFilingForTheSamePlaceAndDays() {
        String personId = doors.registerRetiree();
        Answer first = doors.lodge(
                        Doors.filing(personId, "RETIRED_RESETTLED", "310000", "2019-05-01"), Doors.unique("key"))
                .expect(201);

        Answer second = doors.lodge(Doors.filing(personId, "TRANSFER", "310104", "2019-06-01"), Doors.unique("key"));

        assertThat(second.expect(409).text("/filingId")).isEqualTo(first.text("/id"));
        doors.lodge(Doors.filing(personId, "TRANSFER", "330100", "2019-06-01"), Doors.unique("key"))
                .expect(201);
    }

    @Test
    void lodgesOnceWhenManyKeysRace() {
        String personId = doors.registerRetiree();
        String body = Doors.filing(personId, "RETIRED_RESETTLED", "310000", "2019-05-01");

        List<Integer> statuses = IntStream.range(0, 16)
                .parallel()
                .mapToObj(_ -> doors.lodge(body, Doors.unique("key")).status())
                .toList();

        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
        assertThat(filingsOf(personId)).hasSize(1);
    }

    @Test
    void lodgesOnceWhenOneKeyRaces() {
        String personId = doors.registerRetiree();
        String body = Doors.filing(personId, "RETIRED_RESETTLED", "310000", "2019-05-01");
        String key = Doors.unique("key");

        List<Answer> answers = IntStream.range(0, 16)
                .parallel()
                .mapToObj(_ -> doors.lodge(body, key))
                .toList();

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).containsOnly(201, 200);
        assertThat(answers)
                .extracting(Answer::body)
                .containsOnly(answers.getFirst().body());
    }

    /** Golden case R08. */
    @Test
    void refusesAResidentWithoutLocalHouseholdRegistration() {
        String resident = Doors.person(Doors.unique("N"), Doors.identityNumber())
                .replace("EMPLOYEE", "RESIDENT")
                .replace("RETIRED", "RESIDENT")
                .replace("\"householdRegistration\":\"321100\"", "\"householdRegistration\":\"320100\"");
        String personId = doors.register(resident);

        Answer refused = doors.lodge(
                        Doors.filing(personId, "LONG_TERM_RESIDENT", "310000", "2019-09-01"), Doors.unique("key"))
                .expect(422);

        assertThat(refused.text("/reason")).isEqualTo("FILING_NOT_ELIGIBLE");
        assertThat(refused.text("/message")).isEqualTo("不符合备案条件：居民备案异地长期居住，须有镇江市市区户籍");
        assertThat(refused.text("/source")).isEqualTo("Z 基本政策 三");
        assertThat(refused.text("/mark")).isEqualTo("官方");
        assertThat(refused.text("/nextStep")).contains("户籍证明");
        assertThat(filingsOf(personId)).isEmpty();
    }

    @Test
    void aRefusalDoesNotConsumeTheKey() {
        String resident = Doors.person(Doors.unique("N"), Doors.identityNumber())
                .replace("EMPLOYEE", "RESIDENT")
                .replace("RETIRED", "RESIDENT")
                .replace("\"householdRegistration\":\"321100\"", "\"householdRegistration\":\"320100\"");
        String personId = doors.register(resident);
        String body = Doors.filing(personId, "LONG_TERM_RESIDENT", "310000", "2019-09-01");
        String key = Doors.unique("key");
        doors.lodge(body, key).expect(422);

        String movedHome =
                resident.replace("\"householdRegistration\":\"320100\"", "\"householdRegistration\":\"321102\"");
        doors.post(Doors.ZHENJIANG, "/insured-persons", movedHome).expect(200);

        doors.lodge(body, key).expect(201);
    }

    @Test
    void answersTheSameForUnknownAndNotYours() {
        String personId = doors.registerRetiree();
        String own = Doors.filing(personId, "TRANSFER", "310000", "2019-09-01");
        String unknown = Doors.filing(Doors.UNKNOWN_PERSON, "TRANSFER", "310000", "2019-09-01");
        Answer lodged = doors.lodge(own, Doors.unique("key")).expect(201);

        doors.post(Doors.NANJING, "/filings", own, Doors.unique("key")).expect(404);
        doors.post(Doors.ZHENJIANG, "/filings", unknown, Doors.unique("key")).expect(404);
        doors.post(Doors.HOSPITAL, "/filings", own, Doors.unique("key")).expect(403);
        doors.get(Doors.NANJING, "/filings/" + lodged.text("/id")).expect(404);
        doors.get(Doors.HOSPITAL, "/filings/" + lodged.text("/id")).expect(404);
        doors.get(Doors.ZHENJIANG, "/filings/f" + "z".repeat(26)).expect(404);
        doors.get(Doors.insured(personId), "/filings/" + lodged.text("/id")).expect(200);
        assertThat(doors.get(Doors.NANJING, "/filings?personId=" + personId)
                        .expect(200)
                        .body()
                        .at("/items"))
                .isEmpty();
        doors.get(Doors.NANJING, check(personId, "310000", "2019-09-10")).expect(404);
        doors.get(Doors.OPERATOR, check(personId, "310000", "2019-09-10")).expect(404);
        doors.get(Doors.SERVICE, check(Doors.UNKNOWN_PERSON, "310000", "2019-09-10"))
                .expect(404);
    }

    @Test
    void listsPageByPage() {
        String personId = doors.registerRetiree();
        for (String city : List.of("330100", "330200", "330300", "330400", "330500")) {
            doors.lodge(Doors.filing(personId, "TRANSFER", city, "2019-09-01"), Doors.unique("key"))
                    .expect(201);
        }

        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = doors.get(Doors.ZHENJIANG, "/filings?limit=2&personId=" + personId + cursor)
                    .expect(200);
            page.body().at("/items").forEach(item -> ids.add(item.at("/id").asString()));
            cursor = page.body().has("nextCursor") ? "&cursor=" + page.text("/nextCursor") : null;
        } while (cursor != null);

        assertThat(ids).hasSize(5).doesNotHaveDuplicates().isSorted();
        assertThat(doors.get(Doors.SERVICE, "/filings?personId=" + personId + "&careRegion=330300&state=EFFECTIVE")
                        .expect(200)
                        .body()
                        .at("/items"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "310000,2019-05-01,true,",
        "310000,2019-09-10,true,",
        "310104,2019-09-10,true,",
        "310000,2019-04-30,false,FILING_NOT_YET_EFFECTIVE",
        "330100,2019-09-10,false,FILING_FOR_OTHER_REGION",
    })
    void checksDayAndPlace(String careRegion, String on, boolean effective, String reason) {
        String personId = doors.registerRetiree();
        Answer before =
                doors.get(Doors.SERVICE, check(personId, careRegion, on)).expect(200);
        Answer lodged = doors.lodge(
                        Doors.filing(personId, "RETIRED_RESETTLED", "310000", "2019-05-01"), Doors.unique("key"))
                .expect(201);

        Answer after =
                doors.get(Doors.HOSPITAL, check(personId, careRegion, on)).expect(200);

        assertThat(before.text("/reason")).isEqualTo("NO_FILING");
        assertThat(before.body().has("nearest")).isFalse();
        assertThat(after.body().at("/effective").asBoolean()).isEqualTo(effective);
        assertThat(after.body().path("reason").asString(null)).isEqualTo(reason);
        assertThat(after.text(effective ? "/filing/id" : "/nearest/id")).isEqualTo(lodged.text("/id"));
    }

    @Test
    void saysAtHomeThatNoFilingIsNeeded() {
        String personId = doors.registerRetiree();
        doors.lodge(Doors.filing(personId, "RETIRED_RESETTLED", "310104", "2019-05-01"), Doors.unique("key"))
                .expect(201);

        Answer home = doors.get(Doors.HOSPITAL, check(personId, "321102", "2019-09-10"))
                .expect(200);
        Answer away = doors.get(Doors.HOSPITAL, check(personId, "310115", "2019-09-10"))
                .expect(200);

        assertThat(home.body().at("/filingNeeded").asBoolean(true)).isFalse();
        assertThat(home.text("/messageZh")).contains("无需备案");
        assertThat(home.text("/nearest/careRegion")).isEqualTo("310000");
        assertThat(away.body().at("/effective").asBoolean()).isTrue();
        assertThat(away.body().at("/filingNeeded").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2019-04-20,2019-05-01,true", "2019-04-20,2019-04-30,false"})
    void checksWhetherAnyDayOfAStayIsFiled(String on, String until, boolean effective) {
        String personId = doors.registerRetiree();
        doors.lodge(Doors.filing(personId, "RETIRED_RESETTLED", "310000", "2019-05-01"), Doors.unique("key"))
                .expect(201);

        Answer answer = doors.get(Doors.SERVICE, check(personId, "310000", on) + "&until=" + until)
                .expect(200);

        assertThat(answer.body().at("/effective").asBoolean()).isEqualTo(effective);
        assertThat(answer.text("/until")).isEqualTo(until);
    }

    private Iterable<?> filingsOf(String personId) {
        return doors.get(Doors.ZHENJIANG, "/filings?personId=" + personId)
                .expect(200)
                .body()
                .at("/items");
    }

    private static String check(String personId, String careRegion, String on) {
        return "/filing-checks?personId=%s&careRegion=%s&serviceType=OUTPATIENT&on=%s"
                .formatted(personId, careRegion, on);
    }
}
