package io.crosscare.correction;

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
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service's doors as its callers use them, over real HTTP. */
final class Doors {

    static final Caller ZHENJIANG = agency("321100");
    static final Caller JIANGSU = agency("320000");
    static final Caller SHANGHAI = agency("310000");
    static final Caller NANJING = agency("320100");
    static final Caller ZHONGSHAN = hospital("H31000000001");
    static final Caller OTHER_HOSPITAL = hospital("H31000000002");
    static final Caller OPERATOR = new Caller.Operator("ops");
    static final Caller PLATFORM = new Caller.Platform("platform", null);
    static final Caller SERVICE = new Caller.Service("settlement");

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final RandomIds IDS = RandomIds.secure();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Who asks without a pause keeps busy whom it waits for. */
    private static final Duration LOOKS_EVERY = Duration.ofMillis(20);

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

    static Caller hospital(String code) {
        return new Caller.Hospital("his", new InstitutionCode(code));
    }

    static Caller agency(String region) {
        return new Caller.Agency("agency-" + region, new RegionCode(region));
    }

    static String newPerson() {
        return IDS.nextPersonId().value();
    }

    static String newKey() {
        return IDS.next('k');
    }

    Answer get(Caller caller, String path) {
        return send(builder(caller, path).GET());
    }

    Answer getAs(Caller caller, String path, String mediaType) {
        return send(builder(caller, path).header("Accept", mediaType).GET());
    }

    /** A list as a file. */
    Answer file(Caller caller, String path) {
        return send(builder(caller, path).header("Accept", "text/csv").GET());
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

    /** The person's only case, once it is as wanted. */
    Answer awaitCase(String personId, Predicate<Answer> wanted) {
        return await(
                () -> {
                    Answer list = get(SERVICE, "/correction-cases?personId=" + personId)
                            .expect(200);
                    JsonNode first = list.body().at("/items/0/id");
                    return first.isMissingNode()
                            ? list
                            : get(SERVICE, "/correction-cases/" + first.asString())
                                    .expect(200);
                },
                answer -> answer.body().has("timeline") && wanted.test(answer));
    }

    /** The dead letters whose key this is, the latest first, once there are so many. */
    Answer awaitLetters(String key, int count) {
        return await(
                () -> get(OPERATOR, "/dead-letters?topic=settlement.refusal.v1&limit=200")
                        .expect(200),
                list -> list.raw().split("\"key\":\"" + key, -1).length == count + 1);
    }

    /** Where in a list the first item with that key stands. */
    static int indexOfKey(Answer list, String key) {
        return IntStream.range(0, list.body().at("/items").size())
                .filter(index -> list.text("/items/" + index + "/key").equals(key))
                .findFirst()
                .orElseThrow();
    }

    static boolean isOpen(Answer one) {
        return one.text("/state").equals("OPEN");
    }

    static boolean isResolved(Answer one) {
        return one.text("/state").equals("RESOLVED");
    }

    static boolean isAnswered(Answer one) {
        return one.body().at("/awaited").isEmpty();
    }

    static Answer await(Supplier<Answer> attempt, Predicate<Answer> wanted) {
        return await(PATIENCE, attempt, wanted);
    }

    static Answer await(Duration patience, Supplier<Answer> attempt, Predicate<Answer> wanted) {
        Instant end = Instant.now().plus(patience);
        Answer last = attempt.get();
        while (!wanted.test(last)) {
            assertThat(Instant.now()).as("still %s", last.raw()).isBefore(end);
            LockSupport.parkNanos(LOOKS_EVERY.toNanos());
            last = attempt.get();
        }
        return last;
    }

    private HttpRequest.Builder builder(Caller caller, String path) {
        return TestHttp.request(port, caller, path);
    }

    private static Answer send(HttpRequest.Builder request) {
        HttpResponse<String> response = TestHttp.send(request);
        return new Answer(response.statusCode(), response.headers(), response.body());
    }
}
