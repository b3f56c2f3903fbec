package io.crosscare.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.testing.TestHttp;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service's doors as its callers use them, over real HTTP. */
final class Doors {

    static final Caller ZHENJIANG = new Caller.Agency("agency-zhenjiang", new RegionCode("321100"));
    static final Caller NANJING = new Caller.Agency("agency-nanjing", new RegionCode("320100"));
    static final Caller ZHONGSHAN = hospital(Neighbours.ZHONGSHAN);
    static final Caller LEVEL_UNKNOWN = hospital(Neighbours.LEVEL_UNKNOWN);
    static final Caller OTHER_HOSPITAL = hospital("H31000000002");
    static final Caller OPERATOR = new Caller.Operator("ops");
    static final String UNKNOWN_PERSON = "p" + "z".repeat(26);

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final AtomicInteger SERIAL = new AtomicInteger();
    private static final RandomIds IDS = RandomIds.secure();

    private final int port;

    Doors(int port) {
        this.port = port;
    }

    /** What came back. */
    record Answer(int status, HttpHeaders headers, String raw) {

        Answer expect(int expected) {
            assertThat(status).as(raw).isEqualTo(expected);
            return this;
        }

        JsonNode body() {
            return JSON.readTree(raw);
        }

        String text(String pointer) {
            return body().at(pointer).asString();
        }

        long number(String pointer) {
            return body().at(pointer).asLong();
        }

        boolean isReplay() {
            return headers.firstValue("Idempotency-Hit").filter("true"::equals).isPresent();
        }
    }

    static Caller insured(String personId) {
        return new Caller.Insured("insured", new PersonId(personId));
    }

    static String unique(String prefix) {
        return prefix + SERIAL.incrementAndGet();
    }

    /** A fictional retiree of Zhenjiang whom filing-service knows. */
    static String person() {
        String personId = IDS.nextPersonId().value();
        Neighbours.running().know(personId);
        return personId;
    }

    /** Such a retiree, filed for Shanghai. */
    static String filedPerson() {
        String personId = person();
        Neighbours.running().file(personId);
        return personId;
    }

    Answer get(Caller caller, String path) {
        return send(builder(caller, path).GET());
    }

    Answer get(Caller caller, String path, String accept) {
        return send(builder(caller, path).header("Accept", accept).GET());
    }

    Answer put(Caller caller, String path, String body) {
        return send(builder(caller, path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer post(Caller caller, String path, String body) {
        return post(caller, path, body, null);
    }

    Answer post(Caller caller, String path, String body, @Nullable String key) {
        HttpRequest.Builder request = builder(caller, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return send(request);
    }

    Answer putFile(Caller caller, String path, String file, String contentType) {
        return send(builder(caller, path)
                .header("Content-Type", contentType)
                .PUT(HttpRequest.BodyPublishers.ofString(file)));
    }

    /** A file, under a key that may be empty for none. */
    Answer postFile(Caller caller, String path, String file, String contentType, String key) {
        HttpRequest.Builder request = builder(caller, path)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(file));
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        return send(request);
    }

    /** What golden case D01 says of the year so far, and its account. */
    void openD01(String personId) {
        post(ZHENJIANG, "/persons/" + personId + "/openings", """
            {"counters":{"2019/deductible.outpatient":35000,"2019/pooled.outpatient":120000},
             "reason":"2019 年结转"}\
            """, unique("opening"))
                .expect(201);
        post(
                        ZHENJIANG,
                        "/persons/" + personId + "/account-credits",
                        "{\"amountFen\":20000,\"reason\":\"划入\"}",
                        unique("credit"))
                .expect(201);
    }

    /** An outpatient visit with the lines of D01 in batch 1. */
    String visitD01(String personId) {
        String visit = register(ZHONGSHAN, personId).expect(201).text("/id");
        put(ZHONGSHAN, "/visits/" + visit + "/fee-lines", LINES_D01).expect(200);
        return visit;
    }

    Answer register(Caller caller, String personId) {
        return post(caller, "/visits", registration(personId, "OUTPATIENT"), unique("visit"));
    }

    static String registration(String personId, String serviceType) {
        return """
            {"personId":"%s","insuredRegion":"321100","serviceType":"%s","startedOn":"2019-09-10",
             "cardKind":"PROVINCIAL_CARD","visitNumber":"%s","specialTreatment":null}\
            """.formatted(personId, serviceType, unique("MZ"));
    }

    Answer settle(String visit, String key) {
        return post(ZHONGSHAN, "/visits/" + visit + "/settlements", SETTLE, key);
    }

    static final String SETTLE = "{\"batch\":\"1\",\"usePersonalAccount\":true,\"head\":null,\"invoiceNumber\":null}";

    static final String LINES_D01 = """
        {"lines":[
         {"lineNumber":1,"batch":"1","itemCode":"ZL0001","quantity":"1","unitPrice":"585.00","amountFen":58500,
          "serviceDate":"2019-09-10"},
         {"lineNumber":2,"batch":"1","itemCode":"YP0101","quantity":"3","unitPrice":"128.85","amountFen":38655,
          "serviceDate":"2019-09-10"},
         {"lineNumber":3,"batch":"1","itemCode":"XX9999","name":"外购敷料","quantity":"1","unitPrice":"42",
          "amountFen":4200,"serviceDate":"2019-09-10"}]}\
        """;

    private static Caller hospital(String code) {
        return new Caller.Hospital("his", new InstitutionCode(code));
    }

    private HttpRequest.Builder builder(Caller caller, String path) {
        return TestHttp.request(port, caller, path);
    }

    private static Answer send(HttpRequest.Builder request) {
        HttpResponse<String> response = TestHttp.send(request);
        return new Answer(response.statusCode(), response.headers(), response.body());
    }
}
