package io.crosscare.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.filing.Doors.Answer;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A filing from whoever lodges it to its end, through the doors. */
@FilingServiceTest
class FilingLifeIT {

    private static final Caller GULOU = new Caller.Hospital("his-gulou", new InstitutionCode("H32010000001"));
    private static final Caller OTHER_HOSPITAL = new Caller.Hospital("his-other", new InstitutionCode("H32010000002"));
    private static final String REFERRAL = """
        "referral":{"institutionCode":"H32010000001","institutionLevel":"L3","doctorTitle":"ASSOCIATE_CHIEF",
        "signedOn":"2019-11-22","stamped":true},"materials":["TRANSFER_FORM"]\
        """;
    private static final String RESIDENCE =
            "\"residence\":{\"ground\":\"WORKING\"},\"materials\":[\"LONG_TERM_AWAY_PROOF\"]";

    @LocalServerPort
    private int port;

    @Autowired
    private Clock clock;

    private Doors doors;
    private String person = "";

    @BeforeEach
    void open() {
        doors = new Doors(port);
        person = doors.post(
                        Doors.NANJING,
                        "/insured-persons",
                        Doors.person(Doors.unique("N"), Doors.identityNumber())
                                .replace("321100", "320100")
                                .replace("RETIRED", "ACTIVE"))
                .expect(201)
                .text("/personId");
    }

    @Test
    void waitsForReviewWhenAPersonLodgesByTheApp() {
        Caller own = Doors.insured(person);
        Answer submitted = doors.post(
                        own, "/filings", filing("LONG_TERM_RESIDENT", "310000", "APP", RESIDENCE), Doors.unique("key"))
                .expect(201);
        String id = submitted.text("/id");
        assertThat(submitted.text("/state")).isEqualTo("SUBMITTED");
        assertThat(submitted.text("/basis/lodger")).isEqualTo("PERSON");
        assertThat(isFiled("310000")).isFalse();

        act(Doors.insured(Doors.UNKNOWN_PERSON), id, "withdrawals", "{\"reason\":\"不再需要\"}")
                .expect(404);
        act(own, id, "reviews", "{\"verdict\":\"ACCEPT\",\"reason\":\"材料齐全\"}").expect(403);
        act(Doors.ZHENJIANG, id, "reviews", "{\"verdict\":\"ACCEPT\",\"reason\":\"材料齐全\"}")
                .expect(404);
        Answer accepted = act(Doors.NANJING, id, "reviews", "{\"verdict\":\"ACCEPT\",\"reason\":\"材料齐全\"}")
                .expect(201);

        assertThat(accepted.text("/state")).isEqualTo("EFFECTIVE");
        assertThat(accepted.text("/history/1/action")).isEqualTo("ACCEPTED");
        assertThat(accepted.text("/history/1/by")).isEqualTo("agency-nanjing");
        assertThat(accepted.text("/history/1/reason")).isEqualTo("材料齐全");
        assertThat(isFiled("310000")).isTrue();
    }

    @Test
    void isInForceAtOnceWhenTheReferringHospitalLodgesIt() {
        Answer lodged = doors.post(
                        GULOU,
                        "/filings",
                        filing("TRANSFER", "310000", "REFERRING_HOSPITAL", REFERRAL),
                        Doors.unique("key"))
                .expect(201);
        String path = "/filings/" + lodged.text("/id");

        assertThat(lodged.text("/state")).isEqualTo("EFFECTIVE");
        assertThat(lodged.text("/basis/hospital")).isEqualTo("H32010000001");
        doors.get(GULOU, path).expect(200);
        doors.get(OTHER_HOSPITAL, path).expect(404);
        Answer twice = doors.post(
                        GULOU,
                        "/filings",
                        filing("TRANSFER", "310104", "REFERRING_HOSPITAL", REFERRAL),
                        Doors.unique("key"))
                .expect(409);
        assertThat(twice.body().has("filingId")).isFalse();
    }

    @Test
    void refusesWhoMayNotLodgeItSo() {
        String body = filing("TRANSFER", "310000", "REFERRING_HOSPITAL", REFERRAL);
        String byCounter = filing("TRANSFER", "310000", "COUNTER", REFERRAL);

        Answer inAnothersName = doors.post(OTHER_HOSPITAL, "/filings", body, Doors.unique("key"))
                .expect(400);
        assertThat(inAnothersName.text("/errors/0/field")).isEqualTo("referral.institutionCode");
        doors.post(GULOU, "/filings", byCounter, Doors.unique("key")).expect(403);
        doors.post(Doors.insured(person), "/filings", byCounter, Doors.unique("key"))
                .expect(403);
        doors.post(Doors.OPERATOR, "/filings", body, Doors.unique("key")).expect(403);
        doors.post(
                        Doors.insured(Doors.UNKNOWN_PERSON),
                        "/filings",
                        filing("LONG_TERM_RESIDENT", "310000", "APP", RESIDENCE),
                        Doors.unique("key"))
                .expect(404);
        Answer backdated = doors.post(
                        Doors.insured(person),
                        "/filings",
                        filing("LONG_TERM_RESIDENT", "310000", "APP", RESIDENCE)
                                .replace(today().toString(), "2019-05-01"),
                        Doors.unique("key"))
                .expect(400);
        assertThat(backdated.text("/errors/0/rule")).isEqualTo("not-backdated");
        Answer silent = doors.post(
                        Doors.insured(person),
                        "/filings",
                        filing("LONG_TERM_RESIDENT", "310000", "APP", "\"materials\":[\"LONG_TERM_AWAY_PROOF\"]"),
                        Doors.unique("key"))
                .expect(422);
        assertThat(silent.text("/fact")).isEqualTo("RESIDENCE");
        assertThat(silent.text("/nextStep")).startsWith("请填写居住情况");
    }

    @Test
    void withdrawsAndReplaysAndKeepsTheDaysBefore() {
        String id = lodge("310000", "2019-05-01");
        String key = Doors.unique("key");
        String body = "{\"from\":\"2019-10-01\",\"reason\":\"已返回南京\"}";

        Answer withdrawn = act(Doors.NANJING, id, "withdrawals", body, key).expect(201);
        Answer again = act(Doors.NANJING, id, "withdrawals", body, key).expect(200);

        assertThat(again.isReplay()).isTrue();
        assertThat(again.body()).isEqualTo(withdrawn.body());
        assertThat(withdrawn.text("/state")).isEqualTo("WITHDRAWN");
        assertThat(withdrawn.text("/effectiveTo")).isEqualTo("2019-09-30");
        assertThat(withdrawn.text("/ending/from")).isEqualTo("2019-10-01");
        assertThat(withdrawn.body().at("/history/1/backdated").asBoolean()).isTrue();
        assertThat(withdrawn.body().at("/history/1/fields").toString())
                .isEqualTo("[{\"field\":\"state\",\"before\":\"EFFECTIVE\",\"after\":\"WITHDRAWN\"},"
                        + "{\"field\":\"effectiveTo\",\"after\":\"2019-09-30\"}]");
        Answer before = check("310000", "2019-09-30");
        assertThat(before.text("/filing/state")).isEqualTo("EXPIRED");
        assertThat(check("310000", "2019-10-01").text("/reason")).isEqualTo("FILING_EXPIRED");
        act(Doors.NANJING, id, "withdrawals", body.replace("已", "未"), key).expect(409);
        Answer twice = act(Doors.NANJING, id, "withdrawals", body).expect(409);
        assertThat(twice.text("/state")).isEqualTo("WITHDRAWN");
    }

    @Test
    void movesToAnotherPlaceFromADayOn() {
        String id = lodge("310000", "2019-05-01");
        String key = Doors.unique("key");
        String body = "{\"careRegion\":\"330100\",\"effectiveFrom\":\"2019-10-01\",\"reason\":\"迁居杭州\"}";

        Answer moved = act(Doors.NANJING, id, "changes", body, key).expect(201);
        Answer again = act(Doors.NANJING, id, "changes", body, key).expect(200);

        assertThat(again.body()).isEqualTo(moved.body());
        assertThat(moved.text("/replaces")).isEqualTo(id);
        assertThat(moved.text("/careRegion")).isEqualTo("330100");
        assertThat(check("310000", "2019-09-30").text("/filing/id")).isEqualTo(id);
        assertThat(check("310000", "2019-10-01").text("/reason")).isEqualTo("FILING_EXPIRED");
        assertThat(check("330100", "2019-10-01").text("/filing/id")).isEqualTo(moved.text("/id"));
        assertThat(check("330100", "2019-09-30").text("/reason")).isEqualTo("FILING_NOT_YET_EFFECTIVE");
        Answer replaced = doors.get(Doors.NANJING, "/filings/" + id).expect(200);
        assertThat(replaced.text("/ending/successor")).isEqualTo(moved.text("/id"));
        assertThat(moved.body().at("/history/0/fields").toString())
                .contains("{\"field\":\"careRegion\",\"before\":\"310000\",\"after\":\"330100\"}");
        Answer tooLate =
                act(Doors.NANJING, id, "withdrawals", "{\"reason\":\"不再需要\"}").expect(409);
        assertThat(tooLate.text("/state")).isEqualTo("REPLACED");
        assertThat(tooLate.text("/filingId")).isEqualTo(moved.text("/id"));
    }

    @Test
    void promisesAndSupplements() {
        Answer promised = doors.post(
                        Doors.NANJING,
                        "/filings",
                        filing("LONG_TERM_RESIDENT", "310000", "COUNTER", "\"promise\":true"),
                        Doors.unique("key"))
                .expect(201);
        assertThat(promised.text("/promise/state")).isEqualTo("OPEN");
        assertThat(promised.text("/promise/dueOn"))
                .isEqualTo(today().plusDays(30).toString());
        assertThat(isFiled("310000")).isTrue();

        act(Doors.NANJING, promised.text("/id"), "reviews", "{\"verdict\":\"LAPSE_PROMISE\",\"reason\":\"未补\"}")
                .expect(409);
        Answer kept = act(Doors.NANJING, promised.text("/id"), "supplements", "{" + RESIDENCE + ",\"reason\":\"已补材料\"}")
                .expect(201);

        assertThat(kept.text("/promise/state")).isEqualTo("KEPT");
        assertThat(kept.text("/basis/residence/ground")).isEqualTo("WORKING");
    }

    @Test
    void countsAPromiseFromTheDayItWasSigned() {
        String signedOn = today().minusDays(40).toString();
        String late = "\"promise\":true,\"promisedOn\":\"%s\",\"reason\":\"传真补录\"".formatted(signedOn);
        String body = filing("LONG_TERM_RESIDENT", "310000", "FAX", late);
        String key = Doors.unique("key");

        Answer promised = doors.post(Doors.NANJING, "/filings", body, key).expect(201);

        assertThat(promised.text("/state")).isEqualTo("EFFECTIVE");
        assertThat(promised.text("/promise/state")).isEqualTo("OPEN");
        assertThat(promised.text("/promise/dueOn"))
                .isEqualTo(today().minusDays(10).toString());
        assertThat(isFiled("310000")).isTrue();
        doors.post(Doors.NANJING, "/filings", body, key).expect(200);
        doors.post(Doors.NANJING, "/filings", body.replace(signedOn, today().toString()), key)
                .expect(409);
        Answer tomorrow = doors.post(
                        Doors.NANJING,
                        "/filings",
                        body.replace(signedOn, today().plusDays(1).toString()),
                        Doors.unique("key"))
                .expect(400);
        assertThat(tomorrow.text("/errors/0/field")).isEqualTo("promisedOn");

        act(Doors.NANJING, promised.text("/id"), "reviews", "{\"verdict\":\"LAPSE_PROMISE\",\"reason\":\"未补\"}")
                .expect(201);

        assertThat(isFiled("310000")).isFalse();
    }

    @Test
    void confirmsASpecialTreatmentThatOthersMayOnlyDeclare() {
        String retiree = doors.registerRetiree();
        String declared = Doors.filing(retiree, "TRANSFER", "310000", "2019-09-01")
                .replaceFirst("\\{", "{\"specialTreatment\":\"ST04\",");
        Answer byAgency = doors.lodge(declared, Doors.unique("key")).expect(201);
        assertThat(byAgency.text("/treatment/state")).isEqualTo("CONFIRMED");
        assertThat(doors.get(Doors.SERVICE, check(retiree, "310000", "2019-09-01"))
                        .text("/filing/specialTreatment"))
                .isEqualTo("ST04");

        Answer corrected = act(
                        Doors.ZHENJIANG,
                        byAgency.text("/id"),
                        "changes",
                        "{\"specialTreatment\":\"ST05\",\"reason\":\"更正\"}")
                .expect(201);
        assertThat(corrected.text("/treatment/code")).isEqualTo("ST05");
        assertThat(corrected.text("/history/1/action")).isEqualTo("TREATMENT_CONFIRMED");
        act(Doors.ZHENJIANG, byAgency.text("/id"), "changes", "{\"specialTreatment\":\"ST19\",\"reason\":\"更正\"}")
                .expect(422);

        String followUp = Doors.filing(retiree, "TRANSFER", "330100", "2019-09-01")
                .replaceFirst("\\{", "{\"followUpOf\":\"" + retiree + ":0000000001\",");
        Answer later = doors.lodge(followUp, Doors.unique("key")).expect(201);
        assertThat(later.text("/treatment/state")).isEqualTo("DECLARED");
        act(Doors.ZHENJIANG, later.text("/id"), "reviews", "{\"verdict\":\"CONFIRM_TREATMENT\",\"reason\":\"属实\"}")
                .expect(409);
        Answer confirmed = act(
                        Doors.ZHENJIANG,
                        later.text("/id"),
                        "reviews",
                        "{\"verdict\":\"CONFIRM_TREATMENT\",\"specialTreatment\":\"ST04\",\"reason\":\"属实\"}")
                .expect(201);
        assertThat(confirmed.text("/treatment/state")).isEqualTo("CONFIRMED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "withdrawals|{}|reason|required",
                "withdrawals|{\"reason\":\"x\",\"from\":\"soon\"}|from|date",
                "withdrawals|{\"reason\":\"x\",\"from\":\"2998-01-01\"}|from|too-far-ahead",
                "reviews|{\"verdict\":\"MAYBE\",\"reason\":\"x\"}|verdict|one-of",
                "reviews|{\"verdict\":\"ACCEPT\"}|reason|required",
                "changes|{\"reason\":\"x\"}|body|one-change",
                "changes|{\"reason\":\"x\",\"careRegion\":\"330100\",\"specialTreatment\":\"ST04\"}|body|one-change",
                "changes|{\"reason\":\"x\",\"effectiveTo\":\"2027-01-01\",\"effectiveFrom\":\"2026-01-01\"}|effectiveFrom|only-with-place-or-category",
                "changes|{\"reason\":\"x\",\"careRegion\":\"320102\"}|careRegion|away-from-home",
                "changes|{\"reason\":\"x\",\"specialTreatment\":\"4\"}|specialTreatment|special-treatment",
                "supplements|{\"reason\":\"x\",\"residence\":{\"ground\":\"SLEEPING\"}}|residence.ground|one-of",
                "supplements|{\"reason\":\"x\",\"residence\":{\"ground\":\"LIVING\",\"awaySince\":\"2998-01-01\"}}|residence.awaySince|not-in-future",
                "supplements|{\"reason\":\"x\",\"materials\":[\"paper\"]}|materials[0]|material",
            })
    void namesTheFieldAndTheRule(String act, String body, String field, String rule) {
        String id = lodge("310000", "2019-05-01");

        Answer refused = act(Doors.NANJING, id, act, body).expect(400);

        assertThat(refused.text("/errors/0/field")).isEqualTo(field);
        assertThat(refused.text("/errors/0/rule")).isEqualTo(rule);
        assertThat(doors.get(Doors.NANJING, "/filings/" + id)
                        .body()
                        .at("/version")
                        .asLong())
                .isEqualTo(1);
    }

    @Test
    void needsAKeyForEveryAct() {
        String id = lodge("310000", "2019-05-01");
        String body = "{\"reason\":\"x\"}";

        assertThat(act(Doors.NANJING, id, "withdrawals", body, null).expect(400).text("/type"))
                .endsWith("idempotency-key-required");
    }

    @Test
    void showsTheRulesOfADay() {
        Answer before = doors.get(Doors.OPERATOR, "/filing-rules?insuredRegion=320100&on=2019-11-20")
                .expect(200);
        Answer after = doors.get(Doors.PLATFORM, "/filing-rules?insuredRegion=320100&on=2019-11-21")
                .expect(200);

        String titles = "/items/0/categories/3/conditions/0/doctorTitles";
        String months = "/items/0/categories/3/validity/months";
        assertThat(before.body().at(titles)).hasSize(1);
        assertThat(after.body().at(titles)).hasSize(2);
        assertThat(before.body().at(months).asInt()).isEqualTo(12);
        assertThat(after.body().at(months).asInt()).isEqualTo(12);
        assertThat(doors.get(Doors.OPERATOR, "/filing-rules").expect(200).body().at("/items"))
                .hasSize(2);
        doors.get(Doors.OPERATOR, "/filing-rules?on=soon").expect(400);
    }

    @Test
    void listsNoticesOfItsRegionOnly() {
        doors.get(Doors.NANJING, "/filing-notices?kind=PROMISE_DUE&limit=1").expect(200);
        doors.get(Doors.insured(person), "/filing-notices").expect(200);
        doors.get(Doors.HOSPITAL, "/filing-notices").expect(403);
        doors.get(Doors.NANJING, "/filing-notices?cursor=x").expect(400);
        assertThat(doors.get(Doors.NANJING, "/filing-notices?insuredRegion=321100")
                        .expect(200)
                        .body()
                        .at("/items"))
                .isEmpty();
    }

    private String lodge(String careRegion, String from) {
        return doors.post(
                        Doors.NANJING,
                        "/filings",
                        Doors.filing(person, "LONG_TERM_RESIDENT", careRegion, from),
                        Doors.unique("key"))
                .expect(201)
                .text("/id");
    }

    private String filing(String category, String careRegion, String channel, String facts) {
        return "{\"personId\":\"%s\",\"category\":\"%s\",\"careRegion\":\"%s\",\"effectiveFrom\":\"%s\",\"channel\":\"%s\",%s}"
                .formatted(person, category, careRegion, today(), channel, facts);
    }

    private Answer act(Caller caller, String id, String act, String body) {
        return act(caller, id, act, body, Doors.unique("key"));
    }

    private Answer act(Caller caller, String id, String act, String body, @Nullable String key) {
        return doors.post(caller, "/filings/" + id + "/" + act, body, key);
    }

    private boolean isFiled(String careRegion) {
        return check(careRegion, today().toString()).body().at("/effective").asBoolean();
    }

    private Answer check(String careRegion, String on) {
        return doors.get(Doors.SERVICE, check(person, careRegion, on)).expect(200);
    }

    private static String check(String personId, String careRegion, String on) {
        return "/filing-checks?personId=%s&careRegion=%s&serviceType=OUTPATIENT&on=%s"
                .formatted(personId, careRegion, on);
    }

    private LocalDate today() {
        return ChinaTime.today(clock);
    }
}
