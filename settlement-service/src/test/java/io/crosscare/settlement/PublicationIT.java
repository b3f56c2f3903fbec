package io.crosscare.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.testing.TestStores;
import io.crosscare.settlement.Doors.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What leaves the service by Kafka: every entry of every kind and every refusal, in order, as its door tells it. */
@SettlementServiceTest
class PublicationIT {

    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    private Doors doors;

    @BeforeEach
    void open() {
        doors = new Doors(port);
    }

    @Test
    void publishesAPersonsWholeChainInItsOrder() {
        String person = Doors.filedPerson();
        doors.openD01(person);
        String first = doors.settle(doors.visitD01(person), Doors.unique("settle"))
                .expect(201)
                .text("/id");
        doors.post(
                        Doors.ZHONGSHAN,
                        "/settlements/" + first + "/cancellations",
                        "{\"reason\":\"退费\"}",
                        Doors.unique("cancel"))
                .expect(201);
        String key = Doors.unique("settle");
        doors.settle(doors.visitD01(person), key).expect(201);
        reverse(person, key).expect(201);
        reverse(person, Doors.unique("never-came")).expect(201);

        List<ConsumerRecord<String, String>> events = published("settlement.settlement.v1", person, 7);

        assertThat(events)
                .extracting(event -> header(event, "ce_type"))
                .containsExactly(
                        "io.crosscare.settlement.opening-recorded.v1",
                        "io.crosscare.settlement.account-credited.v1",
                        "io.crosscare.settlement.bill-settled.v1",
                        "io.crosscare.settlement.settlement-cancelled.v1",
                        "io.crosscare.settlement.bill-settled.v1",
                        "io.crosscare.settlement.settlement-reversed.v1",
                        "io.crosscare.settlement.key-voided.v1");
        JsonNode items = doors.get(Doors.ZHENJIANG, "/persons/" + person + "/chain")
                .expect(200)
                .body()
                .at("/items");
        for (int i = 0; i < events.size(); i++) {
            ConsumerRecord<String, String> event = events.get(i);
            JsonNode body = JSON.readTree(event.value());
            assertThat(header(event, "ce_aggregateversion")).isEqualTo(Integer.toString(i + 1));
            assertThat(header(event, "ce_id")).isEqualTo(person + ":" + (i + 1));
            assertThat(header(event, "ce_specversion")).isEqualTo("1.0");
            assertThat(header(event, "ce_source")).isEqualTo("/crosscare/settlement");
            assertThat(header(event, "ce_time"))
                    .isEqualTo(body.at("/recordedAt").asString());
            assertThat(header(event, "content-type")).isEqualTo("application/json");
            assertThat(header(event, "traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
            assertThat(body).isEqualTo(items.get(i));
        }
    }

    @Test
    void publishesRefusalsWithTheTraceOfTheirRequest() {
        String person = Doors.person();
        String visit = doors.visitD01(person);
        String key = Doors.unique("settle");
        doors.settle(visit, key).expect(422);
        Answer again = doors.settle(visit, key).expect(422);

        List<ConsumerRecord<String, String>> events = published("settlement.refusal.v1", person, 2);

        assertThat(events)
                .extracting(event -> header(event, "ce_aggregateversion"))
                .containsExactly("1", "2");
        assertThat(events)
                .extracting(event -> header(event, "ce_type"))
                .containsOnly("io.crosscare.settlement.refusal.v1");
        JsonNode body = JSON.readTree(events.getLast().value());
        assertThat(body.at("/reason").asString()).isEqualTo("NO_FILING");
        assertThat(body.at("/visitId").asString()).isEqualTo(visit);
        assertThat(body.at("/batch").asString()).isEqualTo("1");
        assertThat(body.at("/message").asString()).isEqualTo(again.text("/message"));
        assertThat(body.at("/responsible")).isEqualTo(again.body().at("/responsible"));
        assertThat(body.at("/traceId").asString())
                .isEqualTo(again.text("/traceId"))
                .isIn((Object[]) header(events.getLast(), "traceparent").split("-", 4));
        assertThat(events.toString()).doesNotContain(key);
    }

    /** However often it is pressed: one event, and the fault stays what it is. */
    @Test
    void publishesOnceThatANeighbourWasSilent() {
        String person = Doors.filedPerson();
        String visit = doors.visitD01(person);
        String other = doors.visitD01(person);
        String key = Doors.unique("settle");
        Neighbours.running().silentDuring(() -> {
            doors.settle(visit, key).expect(503);
            doors.settle(visit, key).expect(503);
            doors.settle(other, Doors.unique("settle")).expect(503);
        });

        List<ConsumerRecord<String, String>> events = published("settlement.interruption.v1", person, 2);

        assertThat(events)
                .extracting(event -> header(event, "ce_type"))
                .containsOnly("io.crosscare.settlement.interruption.v1");
        assertThat(events)
                .extracting(event -> JSON.readTree(event.value()).at("/visitId").asString())
                .containsExactly(visit, other);
        JsonNode body = JSON.readTree(events.getFirst().value());
        assertThat(body.at("/cause").asString()).isEqualTo("NEIGHBOUR_DOWN");
        assertThat(body.at("/peer").asString()).isIn("registry", "filing");
        assertThat(body.at("/traceId").asString())
                .isIn((Object[]) header(events.getFirst(), "traceparent").split("-", 4));
        assertThat(events.toString()).doesNotContain(key);
    }

    private Answer reverse(String person, String key) {
        return doors.post(
                Doors.ZHONGSHAN,
                "/reversals",
                """
                {"personId":"%s","institution":"%s","kind":"SETTLEMENT","key":"%s"}\
                """.formatted(person, Neighbours.ZHONGSHAN, key),
                Doors.unique("reverse"));
    }

    /** The first so many events of the key, each once: delivery is at least once. */
    private static List<ConsumerRecord<String, String>> published(String topic, String key, int count) {
        Map<String, Object> settings = Map.of("bootstrap.servers", TestStores.kafka());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, 4)
                    .mapToObj(partition -> new TopicPartition(topic, partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<ConsumerRecord<String, String>> found = new ArrayList<>();
            Instant end = Instant.now().plus(DEADLINE);
            while (found.size() < count && Instant.now().isBefore(end)) {
                for (ConsumerRecord<String, String> event : consumer.poll(Duration.ofMillis(200))) {
                    if (key.equals(event.key()) && !isThere(found, event)) {
                        found.add(event);
                    }
                }
            }
            return found;
        }
    }

    private static boolean isThere(List<ConsumerRecord<String, String>> found, ConsumerRecord<String, String> event) {
        return found.stream().anyMatch(one -> header(one, "ce_id").equals(header(event, "ce_id")));
    }

    private static String header(ConsumerRecord<String, String> event, String name) {
        Header header = Objects.requireNonNull(event.headers().lastHeader(name), name);
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
