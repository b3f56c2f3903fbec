package io.crosscare.chassis.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.event.EventRoundTripIT.Sender;
import io.crosscare.chassis.mongo.DuplicateKey;
import io.crosscare.chassis.mongo.Index;
import io.crosscare.chassis.mongo.Indexes;
import io.crosscare.chassis.testing.TestProperties;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A stored fact reaches its consumer through the real store and broker; poison is parked; freshness is known. */
@SpringBootTest(
        classes = Sender.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.import=classpath:chassis.yaml",
            "spring.application.name=registry",
            "crosscare.mongo.database=chassis"
        })
@ContextConfiguration(initializers = TestProperties.class)
class EventRoundTripIT {

    private static final Topic LETTERS = Topic.state("registry.letter.v1");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private MongoDatabase database;

    @Autowired
    private Relay relay;

    @Autowired
    private Freshness freshness;

    @Autowired
    private KafkaTemplate<String, byte[]> kafka;

    @Autowired
    private ConsumerFactory<String, byte[]> consumers;

    @Autowired
    private KafkaAdmin admin;

    @Autowired
    private Mailbox mailbox;

    @LocalManagementPort
    private int managementPort;

    @Test
    void publishesWhatWasStoredAndMarksItPublished() {
        store("letter-1", "hello");

        await(() -> mailbox.received.stream().anyMatch(event -> event.key().equals("letter-1")));

        ReceivedEvent event = mailbox.received.stream()
                .filter(one -> one.key().equals("letter-1"))
                .findFirst()
                .orElseThrow();
        assertThat(event.bodyAs(Letter.class)).isEqualTo(new Letter("letter-1", "hello"));
        assertThat(event.version()).isEqualTo(1);
        assertThat(event.type()).isEqualTo("io.crosscare.registry.letter.v1");
        await(() -> pendingCount() == 0);
    }

    @Test
    void publishesWhatALostKickLeftBehind() {
        Mono.from(letters().insertOne(letter("letter-2", "left behind"))).block(PATIENCE);

        await(() -> mailbox.received.stream().anyMatch(event -> event.key().equals("letter-2")));
    }

    @Test
    void parksPoisonWithItsReasonAndGoesOn() {
        kafka.send(new ProducerRecord<>(LETTERS.name(), "poison", new byte[] {'?'}))
                .join();
        store("letter-3", "after the poison");

        await(() -> mailbox.received.stream().anyMatch(event -> event.key().equals("letter-3")));

        try (Consumer<String, byte[]> parked = consumers.createConsumer("test-parked", "")) {
            parked.subscribe(List.of(LETTERS.deadLetters()));
            await(() -> {
                for (ConsumerRecord<String, byte[]> message : parked.poll(Duration.ofMillis(500))) {
                    if ("poison".equals(message.key())) {
                        return true;
                    }
                }
                return false;
            });
        }
    }

    @Test
    void triesAgainUntilTheEffectIsStored() {
        mailbox.failures.set(2);
        store("letter-4", "third time lucky");

        await(() -> mailbox.received.stream().anyMatch(event -> event.key().equals("letter-4")));

        assertThat(mailbox.failures).hasValue(0);
    }

    @Test
    void isFreshOnceEveryPartitionHadAHeartbeat() {
        await(() -> Boolean.TRUE.equals(freshness.isFresh(LETTERS).block(PATIENCE)));

        assertThat(freshness.isFresh(Topic.state("registry.never.v1")).block(PATIENCE))
                .isFalse();
    }

    @Test
    void hasEverythingPublishedAgainWhoseTopicHoldsNothing() {
        store("letter-7", "so that the topic of letters is not empty");
        await(() -> mailbox.received.stream().anyMatch(event -> event.key().equals("letter-7")));
        Topic lost = Topic.fact("registry.lost.v1");
        new TopicSetup(admin, List.of(lost)).create().block(PATIENCE);
        AskedOutbox empty = new AskedOutbox(lost);
        AskedOutbox full = new AskedOutbox(LETTERS);
        TopicRefill refill = new TopicRefill(admin, List.of(empty, full));

        refill.refill().block(PATIENCE);
        refill.refill().block(PATIENCE);
        kafka.send(new ProducerRecord<>(lost.name(), "key", new byte[] {'!'})).join();
        refill.refill().block(PATIENCE);

        assertThat(empty.asked).as("while it was empty").hasValue(2);
        assertThat(full.asked).hasValue(0);
    }

    @Test
    void recognisesADuplicateByItsIndex() {
        Document first = letter("letter-5", "one").append("number", 5);
        Document second = letter("letter-6", "two").append("number", 5);
        Mono.from(letters().insertOne(first)).block(PATIENCE);

        Throwable error = Objects.requireNonNull(Mono.from(letters().insertOne(second))
                .<Throwable>map(_ -> new AssertionError("stored a duplicate"))
                .onErrorResume(Mono::just)
                .block(PATIENCE));

        assertThat(DuplicateKey.isIn(error, Index.unique("letters", "number").name()))
                .isTrue();
        assertThat(DuplicateKey.isIn(error, "_id_")).isFalse();
        assertThat(DuplicateKey.isIn(new IllegalStateException())).isFalse();
    }

    @Test
    void tellsStoreAndBrokerApartInReadiness() {
        String health = WebClient.create("http://127.0.0.1:" + managementPort)
                .get()
                .uri("/actuator/health/readiness")
                .retrieve()
                .bodyToMono(String.class)
                .block(PATIENCE);

        assertThat(health).contains("\"documentStore\"", "\"eventBroker\"", "\"status\":\"UP\"");
    }

    @Test
    void tellsOperationsWhatWaitsHowOldCopiesAreAndWhetherStoreAndBrokerAreWell() {
        await(() -> metrics().contains("crosscare_health{application=\"registry\",component=\"eventBroker\"} 1.0"));
        await(() -> metrics()
                .lines()
                .filter(line -> line.startsWith("crosscare_copies_age_seconds{"))
                .allMatch(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)) < 60));

        assertThat(metrics())
                .contains("crosscare_health{application=\"registry\",component=\"documentStore\"} 1.0")
                .contains("crosscare_copies_age_seconds{application=\"registry\",topic=\"registry.letter.v1\"}")
                .contains("crosscare_events_pending{application=\"registry\",topic=\"registry.letter.v1\"}")
                .contains("crosscare_events_parked_total{application=\"registry\",topic=\"registry.letter.v1\"}")
                .contains("crosscare_periodic_failures_total{application=\"registry\",task=\"relay\"} 0.0")
                .contains("mongodb_driver_commands_seconds_count{application=\"registry\",collection=\"letters\","
                        + "command=\"find\",status=\"SUCCESS\"}");
    }

    private String metrics() {
        String metrics = WebClient.builder()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4 * 1024 * 1024))
                .build()
                .get()
                .uri("http://127.0.0.1:" + managementPort + "/actuator/prometheus")
                .retrieve()
                .bodyToMono(String.class)
                .block(PATIENCE);
        return Objects.requireNonNull(metrics);
    }

    private void store(String id, String text) {
        Mono.from(letters().insertOne(letter(id, text))).block(PATIENCE);
        relay.kick();
    }

    private static Document letter(String id, String text) {
        return new Document("_id", id)
                .append("text", text)
                .append("number", id.hashCode())
                .append("version", 1L)
                .append("pending", true);
    }

    private long pendingCount() {
        Long count =
                Mono.from(letters().countDocuments(Filters.eq("pending", true))).block(PATIENCE);
        return count == null ? -1 : count;
    }

    private MongoCollection<Document> letters() {
        return database.getCollection("letters");
    }

    private static void await(BooleanSupplier condition) {
        Flux.interval(Duration.ZERO, Duration.ofMillis(50))
                .onBackpressureDrop()
                .publishOn(Schedulers.boundedElastic())
                .filter(_ -> condition.getAsBoolean())
                .next()
                .timeout(PATIENCE)
                .block();
    }

    record Letter(String id, String text) {}

    /** Counts how often it was asked to publish everything again. */
    private record AskedOutbox(Topic topic, AtomicInteger asked) implements Outbox {

        AskedOutbox(Topic topic) {
            this(topic, new AtomicInteger());
        }

        @Override
        public Flux<PendingEvent> pending(int limit) {
            return Flux.empty();
        }

        @Override
        public Mono<Void> markPublished(PendingEvent event) {
            return Mono.empty();
        }

        @Override
        public Mono<Void> publishAgain() {
            return Mono.fromRunnable(asked::incrementAndGet);
        }
    }

    /** Collects what arrives, and fails as often as it is told to. */
    static class Mailbox implements EventHandler {

        final List<ReceivedEvent> received = new CopyOnWriteArrayList<>();
        final AtomicInteger failures = new AtomicInteger();

        @Override
        public Topic topic() {
            return LETTERS;
        }

        @Override
        public Mono<Void> on(ReceivedEvent event) {
            return Mono.fromRunnable(() -> {
                if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    throw new IllegalStateException("the store is down");
                }
                received.add(event);
            });
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Mailbox.class)
    static class Sender {

        @Bean
        Indexes indexes() {
            return new Indexes(List.of(Index.unique("letters", "number"), Index.on("letters", "pending")));
        }

        @Bean
        Outbox outbox(MongoDatabase database) {
            MongoCollection<Document> letters = database.getCollection("letters");
            return new Outbox() {
                @Override
                public Topic topic() {
                    return LETTERS;
                }

                @Override
                public Flux<PendingEvent> pending(int limit) {
                    return Flux.from(letters.find(Filters.eq("pending", true)).limit(limit))
                            .map(letter -> new PendingEvent(
                                    letter.getString("_id"),
                                    letter.getLong("version"),
                                    "io.crosscare.registry.letter.v1",
                                    Instant.EPOCH,
                                    Map.of("id", letter.getString("_id"), "text", letter.getString("text")),
                                    null));
                }

                @Override
                public Mono<Void> markPublished(PendingEvent event) {
                    return Mono.from(letters.updateOne(
                                    new Document("_id", event.key()).append("version", event.version()),
                                    Updates.set("pending", false)))
                            .then();
                }

                @Override
                public Mono<Void> publishAgain() {
                    return Mono.from(letters.updateMany(new Document(), Updates.set("pending", true)))
                            .then();
                }
            };
        }
    }
}
