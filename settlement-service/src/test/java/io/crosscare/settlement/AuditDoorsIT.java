package io.crosscare.settlement;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoDatabase;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.crosscare.chassis.testing.TestProperties;
import io.crosscare.settlement.Doors.Answer;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Audits through their doors, of a whole service on real stores, beside a correction desk that has heard everything. */
@DirtiesContext // it shares its consumer group with the service of the other tests, and would keep their partitions
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "crosscare.mongo.database=settlement_audited",
            "crosscare.settlement.audit.nightly=false",
            "crosscare.settlement.audit.pause=100ms",
            "crosscare.settlement.audit.patience=3s"
        })
@ContextConfiguration(initializers = {TestProperties.class, Neighbours.Properties.class, AuditDoorsIT.Desk.class})
class AuditDoorsIT {

    @LocalServerPort
    private int port;

    @Autowired
    private MongoDatabase database;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private Clock clock;

    private Doors doors;

    @BeforeEach
    void open() {
        doors = new Doors(port);
        Desk.DATABASE.set(database);
        Desk.isSilent = false;
    }

    /** A store without history, so that one test's corruption is not another's. */
    @AfterEach
    void empty() {
        for (String collection : List.of(
                "entries",
                "heads",
                "visits",
                "intents",
                "audits",
                "refusals",
                "copied_connectivity",
                "copied_persons")) {
            await(Mono.from(database.getCollection(collection).deleteMany(new Document())));
        }
    }

    @Test
    void findsThatEverythingHoldsOfWhatTheDoorsDid() {
        String person = Doors.filedPerson();
        doors.openD01(person);
        String settled = doors.settle(doors.visitD01(person), Doors.unique("settle"))
                .expect(201)
                .text("/id");
        doors.post(
                        Doors.ZHONGSHAN,
                        "/settlements/" + settled + "/cancellations",
                        "{\"reason\":\"收错\"}",
                        Doors.unique("cancel"))
                .expect(201);
        doors.settle(doors.visitD01(person), Doors.unique("settle")).expect(201);

        Answer audit = audit();

        assertThat(audit.text("/state")).as(audit.raw()).isEqualTo("HELD");
        assertThat(audit.body().at("/invariants").size()).isEqualTo(11);
        assertThat(audit.number("/progress/entries")).isEqualTo(5);
        assertThat(audit.number("/progress/buckets")).isEqualTo(1024);
        assertThat(invariant(audit, "I10").at("/checkedCount").asLong()).isEqualTo(3);
        assertThat(invariant(audit, "I5").at("/checkedCount").asLong()).isEqualTo(1);
        assertThat(meters.get("crosscare.audit.violations")
                        .tag("invariant", "I4")
                        .gauge()
                        .value())
                .isZero();
        assertThat(meters.get("crosscare.audit.last.run").gauge().value()).isPositive();
    }

    @Test
    void namesTheRecordOfATamperedFenAndCountsIt() {
        String person = Doors.filedPerson();
        String settled = doors.settle(doors.visitD01(person), Doors.unique("settle"))
                .expect(201)
                .text("/id");
        await(Mono.from(database.getCollection("entries")
                .updateOne(Filters.eq("_id", settled), Updates.inc("amounts.cashPay", 1L))));

        Answer audit = audit();

        assertThat(audit.text("/state")).isEqualTo("VIOLATED");
        JsonNode violated = invariant(audit, "I4");
        assertThat(violated.at("/violationCount").asLong()).isEqualTo(1);
        assertThat(violated.at("/violations/0/record").asString()).isEqualTo(settled);
        assertThat(violated.at("/violations/0/detailZh").asString()).isNotBlank();
        assertThat(meters.get("crosscare.audit.violations")
                        .tag("invariant", "I4")
                        .gauge()
                        .value())
                .isEqualTo(1);
    }

    @Test
    void namesACopyThatMissedAChange() {
        String person = Doors.filedPerson();
        doors.openD01(person);
        copyWhatNeighboursHave();
        await(Mono.from(database.getCollection("copied_persons")
                .updateOne(Filters.eq("_id", person), Updates.set("version", 0L))));

        Answer audit = ended(begin(Doors.unique("audit")).expect(202).text("/id"));

        assertThat(audit.text("/state")).isEqualTo("VIOLATED");
        assertThat(invariant(audit, "I8").at("/violations/0/record").asString()).isEqualTo("INSURED_PERSON " + person);
    }

    @Test
    void hasNoResultWhileTheDeskIsSilent() {
        doors.openD01(Doors.filedPerson());
        Desk.isSilent = true;

        Answer audit = audit();

        assertThat(audit.text("/state")).isEqualTo("FAILED");
        assertThat(audit.text("/failure")).isEqualTo("NOT_ALL_CHECKED");
        assertThat(invariant(audit, "I8").at("/state").asString()).isEqualTo("UNCHECKED");
        assertThat(invariant(audit, "I9").at("/state").asString()).isEqualTo("HELD");
    }

    @Test
    void beginsOneAuditPerKey() {
        String key = Doors.unique("audit");
        Answer first = begin(key).expect(202);
        ended(first.text("/id"));

        Answer again = begin(key).expect(202);

        assertThat(first.text("/state")).isEqualTo("RUNNING");
        assertThat(again.text("/id")).isEqualTo(first.text("/id"));
        assertThat(again.isReplay()).isTrue();
        assertThat(begin(Doors.unique("audit")).expect(202).text("/id")).isNotEqualTo(first.text("/id"));
    }

    @Test
    void runsOneAtATime() {
        plantRunning("aother", 0);

        Answer refused = begin(Doors.unique("audit"));

        assertThat(refused.expect(409).text("/auditId")).isEqualTo("aother");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void saysThatAnAuditWasInterruptedWhoseProcessIsSilent() {
        plantRunning("asilent", 60);

        Answer told = doors.get(Doors.OPERATOR, "/audits/asilent").expect(200);

        assertThat(told.text("/state")).isEqualTo("FAILED");
        assertThat(told.text("/failure")).isEqualTo("INTERRUPTED");
        assertThat(audit().text("/state")).isEqualTo("HELD");
    }

    @Test
    void isForOperatorsAlone() {
        for (var caller : List.of(Doors.ZHONGSHAN, Doors.ZHENJIANG)) {
            doors.post(caller, "/audits", "", Doors.unique("audit")).expect(403);
            doors.get(caller, "/audits/a1").expect(403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a1", "$ne", "a%00", "aaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void knowsNoOtherAudit(String id) {
        doors.get(Doors.OPERATOR, "/audits/" + id).expect(404);
    }

    @Test
    void wantsAKey() {
        assertThat(doors.post(Doors.OPERATOR, "/audits", "").expect(400).text("/type"))
                .endsWith("idempotency-key-required");
    }

    private Answer audit() {
        copyWhatNeighboursHave();
        return ended(begin(Doors.unique("audit")).expect(202).text("/id"));
    }

    /** As their events would have left it. */
    private void copyWhatNeighboursHave() {
        Neighbours.connectivityRows().forEach(row -> copy("copied_connectivity", row));
        Flux.from(database.getCollection("entries").distinct("p", String.class))
                .toIterable()
                .forEach(person -> copy("copied_persons", person));
    }

    private void copy(String collection, String id) {
        await(Mono.from(database.getCollection(collection)
                .replaceOne(Filters.eq("_id", id), new Document("version", 1L), new ReplaceOptions().upsert(true))));
    }

    private Answer begin(String key) {
        return doors.post(Doors.OPERATOR, "/audits", "", key);
    }

    private Answer ended(String id) {
        Answer ended = Flux.interval(Duration.ofMillis(50))
                .publishOn(Schedulers.boundedElastic())
                .map(_ -> doors.get(Doors.OPERATOR, "/audits/" + id).expect(200))
                .filter(answer -> !answer.text("/state").equals("RUNNING"))
                .blockFirst(Duration.ofSeconds(40));
        return Objects.requireNonNull(ended);
    }

    private static JsonNode invariant(Answer audit, String id) {
        for (JsonNode invariant : audit.body().at("/invariants")) {
            if (invariant.at("/id").asString().equals(id)) {
                return invariant;
            }
        }
        throw new AssertionError(id + " is missing in " + audit.raw());
    }

    /** An audit that another process began. */
    private void plantRunning(String id, long silentForSeconds) {
        Date seen = Date.from(clock.instant().minusSeconds(silentForSeconds));
        Document progress = new Document("stage", "CHAINS")
                .append("buckets", 1)
                .append("chains", 1L)
                .append("entries", 1L)
                .append("visits", 0L)
                .append("intents", 0L);
        await(Mono.from(database.getCollection("audits")
                .insertOne(new Document("_id", id)
                        .append("number", 1_000_000L)
                        .append("requestKey", id)
                        .append("instance", "another")
                        .append("state", "RUNNING")
                        .append("startedAt", seen)
                        .append("seenAt", seen)
                        .append("progress", progress)
                        .append("results", List.of()))));
    }

    /** The correction desk: has heard of every entry that is stored, or says nothing. */
    static final class Desk implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        private static final JsonMapper JSON = JsonMapper.builder().build();

        static volatile boolean isSilent;
        private static final AtomicReference<@Nullable MongoDatabase> DATABASE = new AtomicReference<>();

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try {
                HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
                server.createContext("/api/v1/settlement-heads/queries", Desk::answer);
                server.start();
                TestPropertyValues.of("crosscare.services.correction=http://127.0.0.1:"
                                + server.getAddress().getPort())
                        .applyTo(context);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void answer(HttpExchange exchange) throws IOException {
            boolean isFromAService =
                    exchange.getRequestHeaders().getFirst("Authorization").startsWith("Bearer ");
            int status = isSilent ? 503 : isFromAService ? 200 : 401;
            byte[] body = heads(JSON.readTree(exchange.getRequestBody())).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        }

        private static String heads(JsonNode request) {
            return request.at("/personIds")
                    .valueStream()
                    .map(JsonNode::asString)
                    .map(Desk::head)
                    .collect(Collectors.joining(",", "{\"heads\":[", "]}"));
        }

        private static String head(String person) {
            MongoDatabase heard = Objects.requireNonNull(DATABASE.get());
            Document last = await(Flux.from(heard.getCollection("entries").find(Filters.eq("p", person)))
                    .reduce((one, other) -> one.getLong("s") > other.getLong("s") ? one : other));
            return "{\"personId\":\"%s\",\"seq\":%d,\"hash\":\"%s\"}"
                    .formatted(person, last.getLong("s"), last.getString("hash"));
        }
    }
}
