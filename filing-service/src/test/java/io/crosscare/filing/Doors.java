package io.crosscare.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.testing.TestHttp;
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
    static final Caller HOSPITAL = new Caller.Hospital("his-zhongshan", new InstitutionCode("H31000000001"));
    static final Caller SERVICE = new Caller.Service("settlement");
    static final Caller OPERATOR = new Caller.Operator("ops");
    static final Caller PLATFORM = new Caller.Platform("nation", null);
    static final String UNKNOWN_PERSON = "p" + "z".repeat(26);

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final AtomicInteger SERIAL = new AtomicInteger();

    private final int port;

    Doors(int port) {
        this.port = port;
    }

    /** A status, the body and whether it was a replay. */
    record Answer(int status, JsonNode body, boolean isReplay) {

        Answer expect(int expected) {
            assertThat(status).as(body.toPrettyString()).isEqualTo(expected);
            return this;
        }

        String text(String pointer) {
            return body.at(pointer).asString();
        }
    }

    static Caller insured(String personId) {
        return new Caller.Insured("insured", new PersonId(personId));
    }

    /** A number nobody else in this run has; ids with 30 February 1900 belong to nobody. */
    static String identityNumber() {
        int serial = SERIAL.incrementAndGet();
        return "321102%d0230%04d".formatted(1900 + serial / 10_000, serial % 10_000);
    }

    static String unique(String prefix) {
        return prefix + SERIAL.incrementAndGet();
    }

    Answer get(Caller caller, String path) {
        return send(builder(caller, path).GET());
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

    /** Sends a file. */
    Answer upload(Caller caller, String path, String type, HttpRequest.BodyPublisher file, @Nullable String key) {
        HttpRequest.Builder request =
                builder(caller, path).header("Content-Type", type).POST(file);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return send(request);
    }

    /** Gets what is no JSON. */
    HttpResponse<String> text(Caller caller, String path) {
        return TestHttp.send(builder(caller, path).GET());
    }

    /** Registers a fictional retiree of Zhenjiang and gives the personId. */
    String registerRetiree() {
        return register(person(unique("N"), identityNumber()));
    }

    String register(String body) {
        return post(ZHENJIANG, "/insured-persons", body).expect(201).text("/personId");
    }

    static String person(String personNumber, String identityNumber) {
        return """
            {"insuredRegion":"321100","personNumber":"%s","plan":"EMPLOYEE","personType":"RETIRED","name":"王测试",
             "identityNumber":"%s","phone":"13900000000","insuranceStatus":"ACTIVE","householdRegistration":"321100",
             "cards":[{"kind":"PROVINCIAL_CARD","number":"A87654321","issuedBy":"321100","state":"ACTIVE"}]}\
            """.formatted(personNumber, identityNumber);
    }

    static String filing(String personId, String category, String careRegion, String from) {
        return """
            {"personId":"%s","category":"%s","careRegion":"%s","effectiveFrom":"%s","effectiveTo":null,
             "channel":"COUNTER","reason":"补办"}\
            """.formatted(personId, category, careRegion, from);
    }

    Answer lodge(String body, String key) {
        return post(ZHENJIANG, "/filings", body, key);
    }

    private HttpRequest.Builder builder(Caller caller, String path) {
        return TestHttp.request(port, caller, path);
    }

    private static Answer send(HttpRequest.Builder request) {
        HttpResponse<String> response = TestHttp.send(request);
        boolean isReplay = response.headers().firstValue("Idempotency-Hit").isPresent();
        return new Answer(response.statusCode(), JSON.readTree(response.body()), isReplay);
    }
}
