package io.crosscare.filing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.filing.Doors.Answer;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import reactor.core.publisher.Flux;

/** Bad input at every door: the field and the rule are named, the value is not, and nothing has changed. */
@FilingServiceTest
class BadInputIT {

    @LocalServerPort
    private int port;

    @Autowired
    private MongoDatabase database;

    private Doors doors;

    @BeforeEach
    void open() {
        doors = new Doors(port);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"321100\"|\"3211\"|insuredRegion|region-code",
                "\"321100\"|\"999999\"|insuredRegion|region-code",
                "\"321100\"|\"310000\"|insuredRegion|hosted-region",
                "\"321100\"|{\"$ne\":\"\"}|insuredRegion|type",
                "\"EMPLOYEE\"|\"employee\"|plan|one-of",
                "\"RETIRED\"|\"RESIDENT\"|personType|plan-person-type",
                "\"王测试\"|\" \"|name|required",
                "\"王测试\"|\"王\\u0000测\"|name|text",
                "\"王测试\"|\"\\ud800\"|name|text",
                "\"13900000000\"|\"call me\"|phone|phone",
                "\"A87654321\"|\"A1\"|cards[0].number|card-number",
                "\"LATER\"|\"LATER\"|cards[0].state|one-of",
                "\"schoolYear\":false|\"schoolYear\":\"no\"|schoolYear|type",
                "\"personNumber\"|\"personNumberr\"|personNumberr|unknown-field",
                "\"version\":1|\"version\":1|version|unknown-field",
            })
    void registeringNamesTheFieldAndTheRule(String good, String bad, String field, String rule) {
        String body = Doors.person(Doors.unique("N"), Doors.identityNumber());
        String spoilt = body.contains(good)
                ? body.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad))
                : withAdded(body, bad);

        assertRefused(() -> doors.post(Doors.ZHENJIANG, "/insured-persons", spoilt), field, rule);
    }

    private static String withAdded(String body, String bad) {
        return bad.contains(":")
                ? "{" + bad + "," + body.substring(1)
                : body.replace("\"state\":\"ACTIVE\"", "\"state\":" + bad);
    }

    @Test
    void registeringRefusesACardGivenTwiceAndTooManyCards() {
        String card =
                "{\"kind\":\"PROVINCIAL_CARD\",\"number\":\"A87654321\",\"issuedBy\":\"321100\",\"state\":\"ACTIVE\"}";
        String body = Doors.person(Doors.unique("N"), Doors.identityNumber());

        String twice = body.replace("[" + card, "[" + card + "," + card);
        String many = body.replace("[" + card, "[" + (card + ",").repeat(10) + card);
        String missing = body.replace("[" + card, "[null");

        assertRefused(() -> doors.post(Doors.ZHENJIANG, "/insured-persons", twice), "cards", "repeated");
        assertRefused(() -> doors.post(Doors.ZHENJIANG, "/insured-persons", many), "cards", "size");
        assertRefused(() -> doors.post(Doors.ZHENJIANG, "/insured-persons", missing), "cards[0].kind", "required");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"statusTo\":\"2019-12-31\"|statusFrom|required-with-status-to",
                "\"statusFrom\":\"2019-12-31\",\"statusTo\":\"2019-12-30\"|statusTo|period",
                "\"statusFrom\":\"yesterday\"|statusFrom|date",
                "\"communityClinic\":\"H32110000046\"|communityClinic|residents-only",
                "\"communityClinic\":\"clinic\"|communityClinic|institution-code",
                "\"diseaseEntitlements\":[null]|diseaseEntitlements[0].kind|required",
                "\"diseaseEntitlements\":[{\"kind\":\"FLU\",\"diseaseCode\":\"M1\",\"diseaseName\":\"测试病种\",\"from\":\"2019-01-01\"}]|diseaseEntitlements[0].kind|one-of",
                "\"diseaseEntitlements\":[{\"kind\":\"CHRONIC_DISEASE\",\"diseaseCode\":\"M-1\",\"diseaseName\":\"测试病种\",\"from\":\"2019-01-01\"}]|diseaseEntitlements[0].diseaseCode|disease-code",
                "\"diseaseEntitlements\":[{\"kind\":\"CHRONIC_DISEASE\",\"diseaseCode\":\"M1\",\"diseaseName\":\"测试病种\",\"from\":\"2019-01-01\",\"to\":\"2018-12-31\"}]|diseaseEntitlements[0].to|period",
            })
    void registeringNamesTheFieldAndTheRuleOfWhatMayBeLeftOut(String added, String field, String rule) {
        String body = withAdded(Doors.person(Doors.unique("N"), Doors.identityNumber()), added);

        assertRefused(() -> doors.post(Doors.ZHENJIANG, "/insured-persons", body), field, rule);
    }

    @Test
    void registeringRefusesTooManyEntitlementsAndADiseaseTwice() {
        String one =
                "{\"kind\":\"CHRONIC_DISEASE\",\"diseaseCode\":\"M1\",\"diseaseName\":\"测试病种\",\"from\":\"2019-01-01\"}";
        String body = Doors.person(Doors.unique("N"), Doors.identityNumber());

        String twice = withAdded(body, "\"diseaseEntitlements\":[" + one + "," + one + "]");
        String many = withAdded(body, "\"diseaseEntitlements\":[" + (one + ",").repeat(10) + one + "]");

        assertRefused(
                () -> doors.post(Doors.ZHENJIANG, "/insured-persons", twice), "diseaseEntitlements", "overlapping");
        assertRefused(() -> doors.post(Doors.ZHENJIANG, "/insured-persons", many), "diseaseEntitlements", "size");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"insuredRegion\":\"321100\",\"identityNumber\":\"1\",\"card\":{\"kind\":\"PROVINCIAL_CARD\",\"number\":\"A87654321\"}}|identityNumber|identity-number",
                "{\"insuredRegion\":\"321100\",\"identityNumber\":\"321102190002300011\",\"card\":{\"kind\":\"PROVINCIAL_CARD\"}}|card.number|required",
                "{\"insuredRegion\":\"321100\",\"identityNumber\":\"321102190002300011\",\"card\":{\"kind\":\"CARD\",\"number\":\"A87654321\"}}|card.kind|one-of",
                "{\"insuredRegion\":\"321100\",\"identityNumber\":\"321102190002300011\"}|card|required",
                "{\"insuredRegion\":\"321100\",\"identityNumber\":{\"$gt\":\"\"}}|identityNumber|type",
                "{\"insuredRegion\":\"321100\",\"personNumber\":\"N 1\"}|personNumber|person-number",
                "{\"insuredRegion\":\"321100\",\"personNumber\":\"N1\"}|card|required",
                "{\"insuredRegion\":\"321100\"}|identityNumber|required",
                "{}|insuredRegion|required",
                "[]|body|type",
                "{|body|json",
            })
    void lookingUpNamesTheFieldAndTheRule(String body, String field, String rule) {
        assertRefused(() -> doors.post(Doors.HOSPITAL, "/insured-persons/lookups", body), field, rule);
    }

    @ParameterizedTest
    @CsvSource({
        "personId,P1,person-id",
        "personId,,required",
        "category,PROMISE,one-of",
        "careRegion,上海,region-code",
        "careRegion,999999,region-code",
        "careRegion,321400,region-code",
        "careRegion,321102,away-from-home",
        "careRegion,321100,away-from-home",
        "careRegion,320000,away-from-home",
        "careRegion,810000,direct-settlement",
        "effectiveFrom,2019-13-01,date",
        "effectiveFrom,2999-01-01,too-far-ahead",
        "effectiveTo,2019-04-30,period",
        "channel,PIGEON,one-of",
        "reason,,required-when-backdated",
    })
    void lodgingNamesTheFieldAndTheRule(String field, @Nullable String value, String rule) {
        String personId = doors.registerRetiree();
        String given = value == null ? "null" : "\"" + value + "\"";
        String body = Doors.filing(personId, "RETIRED_RESETTLED", "310000", "2019-05-01")
                .replaceFirst("\"" + field + "\":(\"[^\"]*\"|null)", "\"" + field + "\":" + given);

        assertRefused(() -> doors.lodge(body, Doors.unique("key")), field, rule);
    }

    @Test
    void lodgingNeedsAKey() {
        String body = Doors.filing(doors.registerRetiree(), "RETIRED_RESETTLED", "310000", "2019-05-01");

        Answer withoutKey = doors.post(Doors.ZHENJIANG, "/filings", body).expect(400);

        assertThat(withoutKey.text("/type")).endsWith("idempotency-key-required");
        assertRefused(() -> doors.lodge(body, "k".repeat(129)), "Idempotency-Key", "idempotency-key");
    }

    @ParameterizedTest
    @CsvSource({
        "/filings?personId=p1,personId,person-id",
        "/filings?careRegion=1,careRegion,region-code",
        "/filings?careRegion=999999,careRegion,region-code",
        "/filings?state=LIVE,state,one-of",
        "/filings?limit=0,limit,range",
        "/filings?limit=201,limit,range",
        "/filings?limit=many,limit,range",
        "/filings?cursor=%24where,cursor,cursor",
        "/filings?from=2019-09-10,from,unknown-field",
        "/filings?personID=x,personID,unknown-field",
        "/filings?limit=1&limit=2,limit,repeated",
        "/filings/changes?since=1,since,unknown-field",
        "/filing-notices?region=321100,region,unknown-field",
        "/filing-batches?state=DONE,state,unknown-field",
        "/insured-person-imports?state=DONE,state,unknown-field",
        "/filing-rules?region=321100,region,unknown-field",
        "/filing-checks,personId,required",
        "/filing-checks?personId=p1,personId,person-id",
    })
    void readingNamesTheFieldAndTheRule(String path, String field, String rule) {
        assertRefused(() -> doors.get(Doors.ZHENJIANG, path), field, rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/insured-persons/p1",
                "/filings/f1",
                "/filings/f1/scans",
                "/filings/f1/receipt",
                "/filings/f1/settlements",
                "/filing-batches/b1",
                "/filing-batches/b1/rows",
                "/insured-person-imports/b1/rows.csv",
            })
    void whatCanBeNoIdIsNotThere(String path) {
        assertThat(doors.get(Doors.ZHENJIANG, path).expect(404).text("/type")).endsWith("not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "careRegion=31&serviceType=OUTPATIENT&on=2019-09-10,careRegion,region-code",
        "careRegion=999999&serviceType=OUTPATIENT&on=2019-09-10,careRegion,region-code",
        "careRegion=310000&serviceType=DENTAL&on=2019-09-10,serviceType,one-of",
        "careRegion=310000&serviceType=OUTPATIENT&on=10.9.2019,on,date",
        "careRegion=310000&serviceType=OUTPATIENT,on,required",
        "careRegion=310000&serviceType=INPATIENT&on=2019-09-10&until=soon,until,date",
        "careRegion=310000&serviceType=INPATIENT&on=2019-09-10&until=2019-09-09,until,period",
    })
    void checkingNamesTheFieldAndTheRule(String query, String field, String rule) {
        String personId = doors.registerRetiree();

        assertRefused(() -> doors.get(Doors.SERVICE, "/filing-checks?personId=" + personId + "&" + query), field, rule);
    }

    private void assertRefused(Supplier<Answer> call, String field, String rule) {
        List<Long> before = stored();

        Answer refused = call.get().expect(400);

        assertThat(refused.text("/type")).isEqualTo("urn:crosscare:problem:invalid-request");
        assertThat(refused.text("/errors/0/field")).isEqualTo(field);
        assertThat(refused.text("/errors/0/rule")).isEqualTo(rule);
        assertThat(refused.text("/errors/0/messageZh")).isNotBlank();
        assertThat(stored()).isEqualTo(before);
    }

    private List<Long> stored() {
        return Flux.just("insured_persons", "filings")
                .concatMap(name -> database.getCollection(name).estimatedDocumentCount())
                .collectList()
                .blockOptional()
                .orElseThrow();
    }
}
