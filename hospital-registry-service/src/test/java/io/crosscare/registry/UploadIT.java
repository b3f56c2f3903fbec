package io.crosscare.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.run.PeriodicTask;
import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.testing.TestProperties;
import io.crosscare.registry.FakeUpperPlatform.Mood;
import io.crosscare.registry.upload.TakeOver;
import io.crosscare.registry.upload.model.UploadKind;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Uploads from the records to an upper platform that fails in the usual ways. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "crosscare.mongo.database=registry-uploads")
@ContextConfiguration(initializers = TestProperties.class)
class UploadIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final FakeUpperPlatform PLATFORM = new FakeUpperPlatform();
    private static int filings;

    @LocalServerPort
    private int port;

    @Autowired
    private TakeOver takeOver;

    @Autowired
    private CircuitBreakerRegistry breakers;

    @Autowired
    @Qualifier("sendUploadsTask")
    private PeriodicTask sendUploads;

    private Doors zhenjiang = Doors.withoutToken(0);
    private Doors operator = Doors.withoutToken(0);

    @DynamicPropertySource
    static void upstream(DynamicPropertyRegistry registry) {
        registry.add("crosscare.upstream.url", PLATFORM::address);
    }

    @BeforeEach
    void open() throws Exception {
        zhenjiang = Doors.as(port, new Caller.Agency("desk", new RegionCode("321100")));
        operator = Doors.at(port);
        breakers.circuitBreaker("upstream").reset();
        PLATFORM.is(Mood.ACCEPTS);
        // What the registry came with is out of the way before a mood is tried.
        institutionsAccepted();
    }

    private JsonNode institutionsAccepted() throws Exception {
        return await(
                "/uploads?kind=INSTITUTION&state=ACCEPTED&limit=200",
                page -> page.at("/items").size() >= 69);
    }

    @AfterAll
    static void close() {
        PLATFORM.close();
    }

    @Test
    void uploadsEveryInstitutionThatWasEverRecorded() throws Exception {
        JsonNode upload = institutionsAccepted();

        assertThat(upload.at("/upstreamConfigured").asBoolean()).isTrue();
        assertThat(zhenjiang.get("/uploads?kind=INSTITUTION&limit=200").at("/items"))
                .hasSize(46);
        assertThat(zhenjiang.get("/uploads?state=REFUSED&kind=INSTITUTION").at("/items"))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "ACCEPTS,                       ACCEPTED,",
        "HAS_IT_ALREADY,                ACCEPTED,",
        "REFUSES,                       REFUSED, 机构 不在名录",
        "FINDS_IT_WRONG,                REFUSED, 字段缺失",
        "FINDS_IT_WRONG_WITHOUT_A_WORD, REFUSED, 平台未说明原因",
        "DOES_NOT_KNOW_US,              DUE,",
        "IS_BUSY,                       DUE,",
        "IS_ILL,                        SENT,",
        "SAYS_NOTHING,                  SENT,",
        "SAYS_SOMETHING_ELSE,           SENT,",
        "SPEAKS_NO_JSON,                SENT,",
        "BREAKS_OFF,                    SENT,",
        "IS_SLOW,                       SENT,"
    })
    void knowsWhatBecameOfARecord(Mood mood, String state, String reason) throws Exception {
        PLATFORM.is(mood);
        String id = lodged(1);

        JsonNode upload = awaitUpload(
                id,
                one -> one.at("/state").asString().equals(state)
                        && one.at("/attempts").asInt() >= 1
                        // An attempt is stored before it leaves.
                        && PLATFORM.received().stream()
                                .anyMatch(received -> received.body().contains(id)));

        assertThat(upload.at("/reason").asString(null)).isEqualTo(reason);
        assertThat(upload.has("nextAttemptAt")).isEqualTo(!state.equals("ACCEPTED") && !state.equals("REFUSED"));
        assertThat(PLATFORM.received())
                .filteredOn(received -> received.body().contains(id))
                .isNotEmpty()
                .allSatisfy(received -> {
                    assertThat(received.key()).isEqualTo("FILING/" + id + "/1");
                    assertThat(received.authorization()).isNull();
                    assertThat(received.body()).contains("\"version\":1", "\"record\":{");
                });
    }

    @Test
    void sendsAgainUnderTheSameKeyWhatWasNotAnswered() throws Exception {
        PLATFORM.is(Mood.IS_ILL);
        String id = lodged(1);
        awaitUpload(
                id,
                _ -> PLATFORM.received().stream()
                        .anyMatch(received -> received.body().contains(id)));
        PLATFORM.is(Mood.HAS_IT_ALREADY);
        breakers.circuitBreaker("upstream").reset();

        JsonNode upload = awaitUpload(id, one -> one.at("/state").asString().equals("ACCEPTED"));

        assertThat(upload.at("/attempts").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(PLATFORM.received())
                .filteredOn(received -> received.body().contains(id))
                .allMatch(received -> ("FILING/" + id + "/1").equals(received.key()));
    }

    @Test
    void sendsTheNewVersionOfARecordWhateverBecameOfTheOldOne() throws Exception {
        PLATFORM.is(Mood.REFUSES);
        String id = lodged(1);
        awaitUpload(id, one -> one.at("/state").asString().equals("REFUSED"));
        PLATFORM.is(Mood.ACCEPTS);

        tell(id, 2);
        tell(id, 1);

        JsonNode upload = awaitUpload(id, one -> one.at("/state").asString().equals("ACCEPTED"));
        assertThat(upload.at("/recordVersion").asLong()).isEqualTo(2);
        assertThat(upload.has("reason")).isFalse();
    }

    @Test
    void retriesARefusedOneForWhoeverAnswersForIt() throws Exception {
        PLATFORM.is(Mood.REFUSES);
        String id = lodged(1);
        awaitUpload(id, one -> one.at("/state").asString().equals("REFUSED"));
        String path = "/uploads/FILING:" + id + "/retries";

        Doors.json(
                Doors.as(port, new Caller.Agency("desk", new RegionCode("320100")))
                        .post(path, "k", ""),
                404);
        Doors.json(
                Doors.as(port, new Caller.Hospital("his", new InstitutionCode("H32110000001")))
                        .post(path, "k", ""),
                403);
        Doors.json(zhenjiang.post("/uploads/FILING:nosuch/retries", "k", ""), 404);
        Doors.json(zhenjiang.post("/uploads/nonsense/retries", "k", ""), 404);
        PLATFORM.is(Mood.ACCEPTS);
        Doors.json(zhenjiang.post(path, "k", ""), 200);

        awaitUpload(id, one -> one.at("/state").asString().equals("ACCEPTED"));
        assertThat(Doors.json(operator.post(path, "k", ""), 409).at("/state").asString())
                .isEqualTo("ACCEPTED");
    }

    @Test
    void showsUploadsToNobodyElse() throws Exception {
        for (Caller other : List.<Caller>of(
                new Caller.Hospital("his", new InstitutionCode("H32110000001")),
                new Caller.Platform("nation", null),
                new Caller.Service("settlement"))) {
            Doors.as(port, other).problem("/uploads", 403);
        }
        operator.problem("/uploads?state=LOST", 400);
        operator.problem("/uploads?sate=DUE", 400);
    }

    /** A new filing of Zhenjiang. */
    private String lodged(long version) {
        String id = "f%026d".formatted(++filings);
        tell(id, version);
        return id;
    }

    private void tell(String id, long version) {
        String body = "{\"id\":\"" + id + "\",\"insuredRegion\":\"321100\",\"version\":" + version + "}";
        takeOver.tell(new TakeOver.Told(UploadKind.FILING, id, version, new RegionCode("321100"), body))
                .block(PATIENCE);
        sendUploads.kick();
    }

    private JsonNode awaitUpload(String id, Predicate<JsonNode> isSo) throws Exception {
        JsonNode page = await("/uploads?kind=FILING&limit=200", found -> isSo.test(uploadIn(found, id)));
        return uploadIn(page, id);
    }

    private static JsonNode uploadIn(JsonNode page, String id) {
        return page.at("/items")
                .valueStream()
                .filter(one -> one.at("/recordId").asString().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no upload of " + id));
    }

    private JsonNode await(String path, Predicate<JsonNode> isSo) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        JsonNode page = operator.get(path);
        while (!isSo.test(page)) {
            assertThat(Instant.now()).as("still " + page).isBefore(end);
            Thread.sleep(50);
            page = operator.get(path);
        }
        return page;
    }
}
