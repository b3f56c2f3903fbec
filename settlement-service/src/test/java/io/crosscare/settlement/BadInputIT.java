package io.crosscare.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.security.Caller;
import io.crosscare.settlement.Doors.Answer;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Bad input at every door: the field and the rule are named, the value is not, and nothing has changed. */
@SettlementServiceTest
class BadInputIT {

    private static final String MARK = "MARKED9901";

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
                "\"personId\":\"[a-z2-7]+\"|\"personId\":\"MARKED9901\"|personId|person-id",
                "\"personId\":\"[a-z2-7]+\"|\"personId\":null|personId|required",
                "\"personId\":\"[a-z2-7]+\"|\"personId\":{\"$ne\":\"\"}|personId|type",
                "\"321100\"|\"3211\"|insuredRegion|region-code",
                "\"321100\"|\"999999\"|insuredRegion|region-code",
                "\"insuredRegion\":\"321100\",||insuredRegion|required",
                "\"OUTPATIENT\"|\"DENTAL\"|serviceType|one-of",
                "\"OUTPATIENT\"|\"outpatient\"|serviceType|one-of",
                "\"2019-09-10\"|\"10.9.2019\"|startedOn|date",
                "\"2019-09-10\"|\"2019-02-30\"|startedOn|date",
                "\"2019-09-10\"|\"2099-01-01\"|startedOn|not-after-today",
                "\"PROVINCIAL_CARD\"|\"MARKED9901\"|cardKind|one-of",
                "\"visitNumber\":\"MZ[0-9]+\"|\"visitNumber\":\" \"|visitNumber|required",
                "\"visitNumber\":\"MZ[0-9]+\"|\"visitNumber\":\"a\\\\u0000b\"|visitNumber|text",
                "\"visitNumber\":\"MZ[0-9]+\"|\"visitNumber\":12|visitNumber|type",
                "\"specialTreatment\":null|\"specialTreatment\":\"ST19\"|specialTreatment|special-treatment",
                "\"specialTreatment\":null|\"state\":\"SETTLED\"|state|unknown-field",
                "\"specialTreatment\":null|\"specialTreatment\":null,\"institution\":\"H31000000002\"|institution|unknown-field",
            })
    void registeringNamesTheFieldAndTheRule(String good, @Nullable String bad, String field, String rule) {
        String body = spoilt(Doors.registration(Doors.filedPerson(), "OUTPATIENT"), good, bad);

        assertRefused(() -> doors.post(Doors.ZHONGSHAN, "/visits", body, Doors.unique("visit")), field, rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"lineNumber\":2|\"lineNumber\":0|lines[1].lineNumber|range",
                "\"lineNumber\":2|\"lineNumber\":1|lines[1].lineNumber|unique",
                "\"lineNumber\":2|\"lineNumber\":2.5|lines[1].lineNumber|type",
                "\"lineNumber\":2,||lines[1].lineNumber|required",
                "\"batch\":\"1\",\"itemCode\":\"YP0101\"|\"batch\":\"a"
                        + " b\",\"itemCode\":\"YP0101\"|lines[1].batch|batch",
                "\"batch\":\"1\",\"itemCode\":\"YP0101\"|\"itemCode\":\"YP0101\"|lines[1].batch|required",
                "\"YP0101\"|\"\"|lines[1].itemCode|required",
                "\"quantity\":\"3\"|\"quantity\":3|lines[1].quantity|type",
                "\"quantity\":\"3\"|\"quantity\":\"3.00001\"|lines[1].quantity|decimal",
                "\"quantity\":\"3\"|\"quantity\":\"0\"|lines[1].quantity|not-zero",
                "\"quantity\":\"3\"|\"quantity\":\"1e3\"|lines[1].quantity|decimal",
                "\"128.85\"|\"-128.85\"|lines[1].unitPrice|not-negative",
                "\"128.85\"|\"128.8500001\"|lines[1].unitPrice|decimal",
                "\"amountFen\":38655|\"amountFen\":38657|lines[1].amountFen|quantity-times-price",
                "\"amountFen\":38655|\"amountFen\":-38655|lines[1].amountFen|quantity-times-price",
                "\"amountFen\":38655|\"amountFen\":386.55|lines[1].amountFen|type",
                "\"amountFen\":38655|\"amountFen\":\"38655\"|lines[1].amountFen|type",
                "\"amountFen\":38655|\"amountFen\":99999999999|lines[1].amountFen|range",
                "\"amountFen\":38655|\"amountFen\":9223372036854775808|lines[1].amountFen|type",
                "\"serviceDate\":\"2019-09-10\"|\"serviceDate\":\"2019-09-09\"|lines[0].serviceDate|within-visit",
                "\"serviceDate\":\"2019-09-10\"|\"serviceDate\":\"2099-09-09\"|lines[0].serviceDate|not-after-today",
                "\"itemCode\":\"ZL0001\"|\"itemCode\":\"ZL0001\",\"amountYuan\":\"585.00\"|lines[0].amountYuan|unknown-field",
                "\\{\"lines\":\\[|{\"lines\":[null,|lines[0]|required",
            })
    void uploadingNamesTheLineAndTheRule(String good, @Nullable String bad, String field, String rule) {
        String visit =
                doors.register(Doors.ZHONGSHAN, Doors.filedPerson()).expect(201).text("/id");
        String body = spoilt(Doors.LINES_D01, good, bad);

        assertRefused(() -> doors.put(Doors.ZHONGSHAN, "/visits/" + visit + "/fee-lines", body), field, rule);
        assertThat(doors.get(Doors.ZHONGSHAN, "/visits/" + visit).number("/lineCount"))
                .isZero();
    }

    @Test
    void uploadingTakesNoEmptyListAndNotTooMany() {
        String visit =
                doors.register(Doors.ZHONGSHAN, Doors.filedPerson()).expect(201).text("/id");
        String line =
                "{\"lineNumber\":1,\"batch\":\"1\",\"itemCode\":\"A\",\"quantity\":\"1\",\"unitPrice\":\"1\",\"amountFen\":100,\"serviceDate\":\"2019-09-10\"}";
        String many = "{\"lines\":[" + (line + ",").repeat(5_000) + line + "]}";

        assertRefused(() -> doors.put(Doors.ZHONGSHAN, "/visits/" + visit + "/fee-lines", "{}"), "lines", "required");
        assertRefused(
                () -> doors.put(Doors.ZHONGSHAN, "/visits/" + visit + "/fee-lines", "{\"lines\":[]}"),
                "lines",
                "required");
        assertRefused(() -> doors.put(Doors.ZHONGSHAN, "/visits/" + visit + "/fee-lines", many), "lines", "size");
    }

    @Test
    void aChangedLineIsRefusedByItsNumber() {
        String visit = doors.visitD01(Doors.filedPerson());
        Map<String, Long> before = Stored.in(database);

        Answer changed = doors.put(
                        Doors.ZHONGSHAN, "/visits/" + visit + "/fee-lines", Doors.LINES_D01.replace("外购敷料", "别的敷料"))
                .expect(409);

        assertThat(changed.text("/type")).endsWith("line-conflict");
        assertThat(changed.text("/field")).isEqualTo("lines[2].lineNumber");
        assertThat(Stored.in(database)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "2019-09-09,endedOn,not-before-start",
        "2019-09-11,endedOn,not-before-lines",
        "2099-01-01,endedOn,not-after-today",
        "yesterday,endedOn,date",
        ",endedOn,required",
    })
    void dischargingNamesTheFieldAndTheRule(@Nullable String day, String field, String rule) {
        String visit = stay();
        String body = day == null ? "{}" : "{\"endedOn\":\"" + day + "\"}";

        assertRefused(() -> doors.post(Doors.ZHONGSHAN, "/visits/" + visit + "/discharges", body), field, rule);
    }

    @Test
    void onlyAStayIsDischarged() {
        String visit = doors.visitD01(Doors.filedPerson());

        assertThat(doors.post(Doors.ZHONGSHAN, "/visits/" + visit + "/discharges", "{\"endedOn\":\"2019-09-10\"}")
                        .expect(409)
                        .text("/detailZh"))
                .contains("住院");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"usePersonalAccount\":true}|batch|required",
                "{\"batch\":\"a b\",\"usePersonalAccount\":true}|batch|batch",
                "{\"batch\":1,\"usePersonalAccount\":true}|batch|type",
                "{\"batch\":\"1\"}|usePersonalAccount|required",
                "{\"batch\":\"1\",\"usePersonalAccount\":\"yes\"}|usePersonalAccount|type",
                "{\"batch\":\"1\",\"usePersonalAccount\":true,\"fundPayFen\":1}|fundPayFen|unknown-field",
                "{\"batch\":\"1\",\"batch\":\"2\",\"usePersonalAccount\":true}|body|json",
                "|body|required",
                "[]|body|type",
            })
    void previewingAndSettlingNameTheFieldAndTheRule(@Nullable String body, String field, String rule) {
        String visit = doors.visitD01(Doors.filedPerson());
        String given = body == null ? "" : body;

        assertRefused(() -> doors.post(Doors.ZHONGSHAN, "/visits/" + visit + "/previews", given), field, rule);
        assertRefused(
                () -> doors.post(Doors.ZHONGSHAN, "/visits/" + visit + "/settlements", given, Doors.unique("settle")),
                field,
                rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"head\":null|\"head\":{\"seq\":-1,\"hash\":\"00\"}|head.seq|range",
                "\"head\":null|\"head\":{\"seq\":0,\"hash\":\"00\"}|head.hash|hash",
                "\"head\":null|\"head\":{\"seq\":0}|head.hash|required",
                "\"head\":null|\"head\":{\"seq\":\"0\"}|head.seq|type",
                "\"head\":null|\"head\":{\"seq\":99999999999,\"hash\":\"00\"}|head.seq|range",
                "\"head\":null|\"head\":1|head|type",
                "\"invoiceNumber\":null|\"invoiceNumber\":\"a\\\\u0007\"|invoiceNumber|text",
            })
    void settlingNamesTheFieldAndTheRule(String good, String bad, String field, String rule) {
        String visit = doors.visitD01(Doors.filedPerson());
        String body = spoilt(Doors.SETTLE, good, bad);

        assertRefused(
                () -> doors.post(Doors.ZHONGSHAN, "/visits/" + visit + "/settlements", body, Doors.unique("settle")),
                field,
                rule);
        assertThat(doors.get(Doors.ZHONGSHAN, "/visits/" + visit).text("/state"))
                .isEqualTo("OPEN");
    }

    @Test
    void aStayHasNoBatchesAndIsSettledAfterItsDischarge() {
        String visit = stay();
        String batch = "{\"batch\":\"1\",\"usePersonalAccount\":false}";

        assertRefused(
                () -> doors.post(Doors.ZHONGSHAN, "/visits/" + visit + "/previews", batch), "batch", "not-for-a-stay");
        assertRefused(
                () -> doors.post(Doors.ZHONGSHAN, "/visits/" + visit + "/settlements", batch, Doors.unique("settle")),
                "batch",
                "not-for-a-stay");
        assertThat(doors.post(
                                Doors.ZHONGSHAN,
                                "/visits/" + visit + "/settlements",
                                "{\"usePersonalAccount\":false}",
                                Doors.unique("settle"))
                        .expect(409)
                        .text("/detailZh"))
                .contains("出院");
    }

    @Test
    void whateverMovesMoneyOrBeginsAVisitNeedsAKey() {
        String person = Doors.filedPerson();
        String visit = doors.visitD01(person);
        Map<String, String> bodies = Map.of(
                "/visits", Doors.registration(person, "OUTPATIENT"), "/visits/" + visit + "/settlements", Doors.SETTLE);
        Map<String, String> ofTheAgency = Map.of(
                "/persons/" + person + "/openings",
                "{\"counters\":{\"2019/pooled.outpatient\":1},\"reason\":\"结转\"}",
                "/persons/" + person + "/account-credits",
                "{\"amountFen\":1,\"reason\":\"划入\"}");
        Map<String, Long> before = Stored.in(database);

        bodies.forEach((path, body) -> assertKeyIsNeeded(doors.post(Doors.ZHONGSHAN, path, body)));
        ofTheAgency.forEach((path, body) -> assertKeyIsNeeded(doors.post(Doors.ZHENJIANG, path, body)));
        bodies.forEach((path, body) -> assertRefused(
                () -> doors.post(Doors.ZHONGSHAN, path, body, "k".repeat(129)), "Idempotency-Key", "idempotency-key"));

        assertThat(Stored.in(database)).isEqualTo(before);
    }

    private static void assertKeyIsNeeded(Answer withoutKey) {
        assertThat(withoutKey.expect(400).text("/type")).endsWith("idempotency-key-required");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "openings|{\"reason\":\"结转\"}|counters|required",
                "openings|{\"counters\":{},\"reason\":\"结转\"}|counters|required",
                "openings|{\"counters\":{\"2019/unheard.of\":1},\"reason\":\"结转\"}|counters.2019/unheard.of|counter-name",
                "openings|{\"counters\":{\"999999194001010013\":1},\"reason\":\"结转\"}|counters.***|counter-name",
                "openings|{\"counters\":{\"2019/pooled.outpatient\":-1},\"reason\":\"结转\"}|counters.2019/pooled.outpatient|range",
                "openings|{\"counters\":{\"2019/pooled.outpatient\":null},\"reason\":\"结转\"}|counters.2019/pooled.outpatient|range",
                "openings|{\"counters\":{\"2019/pooled.outpatient\":1.5},\"reason\":\"结转\"}|counters.2019/pooled.outpatient|type",
                "openings|{\"counters\":[],\"reason\":\"结转\"}|counters|type",
                "openings|{\"counters\":{\"2019/pooled.outpatient\":1}}|reason|required",
                "account-credits|{\"reason\":\"划入\"}|amountFen|required",
                "account-credits|{\"amountFen\":0,\"reason\":\"划入\"}|amountFen|range",
                "account-credits|{\"amountFen\":-1,\"reason\":\"划入\"}|amountFen|range",
                "account-credits|{\"amountFen\":1.5,\"reason\":\"划入\"}|amountFen|type",
                "account-credits|{\"amountFen\":10000000001,\"reason\":\"划入\"}|amountFen|range",
                "account-credits|{\"amountFen\":1,\"reason\":\"\"}|reason|required",
                "account-credits|{\"amountFen\":1,\"reason\":\"划入\",\"seq\":9}|seq|unknown-field",
            })
    void writingToAChainNamesTheFieldAndTheRule(String door, String body, String field, String rule) {
        String person = Doors.filedPerson();

        assertRefused(
                () -> doors.post(Doors.ZHENJIANG, "/persons/" + person + "/" + door, body, Doors.unique("key")),
                field,
                rule);
    }

    @ParameterizedTest
    @CsvSource({
        "/persons/PERSON/chain?limit=0,limit,range",
        "/persons/PERSON/chain?limit=201,limit,range",
        "/persons/PERSON/chain?limit=many,limit,range",
        "/persons/PERSON/chain?cursor=%24where,cursor,cursor",
        "/persons/PERSON/chain?cursor=0,cursor,cursor",
        "/policies?region=3211,region,region-code",
        "/policies?region=999999,region,region-code",
        "/policies?on=today,on,date",
        "/policies?day=2019-09-10,day,unknown-field",
        "/settlements?from=2019-09-10&to=2019-09-09,to,period",
        "/settlements?from=2019-09-10&to=2019-09-10&status=LIVE,status,unknown-field",
        "/external-feeds?region=321100,region,unknown-field",
    })
    void readingNamesTheFieldAndTheRule(String path, String field, String rule) {
        String person = Doors.filedPerson();

        assertRefused(() -> doors.get(Doors.ZHENJIANG, path.replace("PERSON", person)), field, rule);
    }

    @ParameterizedTest
    @CsvSource({
        "/visits/MARKED9901",
        "/visits/v1",
        "/settlements/MARKED9901",
        "/settlements/MARKED9901/explanation",
        "/settlements/pzzzzzzzzzzzzzzzzzzzzzzzzzz:0000000001",
        "/persons/MARKED9901/chain",
        "/persons/pzzzzzzzzzzzzzzzzzzzzzzzzzz/chain",
        "/persons/MARKED9901/accumulators",
        "/policies/MARKED9901",
        "/nothing/MARKED9901",
    })
    void whatIsNotThereIsNotFound(String path) {
        Answer answer = doors.get(new Caller.Service("correction"), path).expect(404);

        assertThat(answer.text("/type")).endsWith("not-found");
        assertThat(answer.raw()).doesNotContain(MARK);
    }

    private String stay() {
        String visit = doors.post(
                        Doors.ZHONGSHAN,
                        "/visits",
                        Doors.registration(Doors.filedPerson(), "INPATIENT"),
                        Doors.unique("visit"))
                .expect(201)
                .text("/id");
        doors.put(
                        Doors.ZHONGSHAN,
                        "/visits/" + visit + "/fee-lines",
                        Doors.LINES_D01.replace("\"serviceDate\":\"2019-09-10\"", "\"serviceDate\":\"2019-09-12\""))
                .expect(200);
        return visit;
    }

    private static String spoilt(String body, String good, @Nullable String bad) {
        Matcher found = Pattern.compile(good).matcher(body);
        assertThat(found.find()).as(good).isTrue();
        return found.replaceFirst(bad == null ? "" : Matcher.quoteReplacement(bad.replace("\\\\", "\\")));
    }

    private void assertRefused(Supplier<Answer> call, String field, String rule) {
        Map<String, Long> before = Stored.in(database);

        Answer refused = call.get().expect(400);

        assertThat(refused.text("/type")).isEqualTo("urn:crosscare:problem:invalid-request");
        assertThat(refused.text("/errors/0/field")).isEqualTo(field);
        assertThat(refused.text("/errors/0/rule")).isEqualTo(rule);
        assertThat(refused.text("/errors/0/messageZh")).isNotBlank();
        assertThat(refused.raw()).doesNotContain(MARK);
        assertThat(Stored.in(database)).isEqualTo(before);
    }
}
