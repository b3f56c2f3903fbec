package io.crosscare.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.event.Topic;
import io.crosscare.chassis.testing.TestProperties;
import io.crosscare.chassis.testing.TestStores;
import io.crosscare.registry.directory.PublishedTopics;
import io.crosscare.registry.model.ShippedFacts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The registry on its topics: complete, and in the form the contracts hold. Consumers test against the same files. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestProperties.class)
class PublicationIT {

    private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();
    private static final List<String> SHIPPED = ShippedFacts.facts().institutions().stream()
            .map(institution -> institution.code().value())
            .toList();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource({
        "registry.institution.v1, H31000000001,                      registry.institution.v1.json",
        "registry.institution.v1, H32110000010,                      registry.institution.v1-without-level.json",
        "registry.agency.v1,      321100,                            registry.agency.v1.json",
        "registry.connectivity.v1,320100-310000-OUTPATIENT-OUTBOUND, registry.connectivity.v1.json",
        "registry.connectivity.v1,321100-*-OUTPATIENT-OUTBOUND,      registry.connectivity.v1-not-connected.json",
    })
    void publishesTheContract(String topic, String key, String contract) throws IOException {
        Map<String, ConsumerRecord<String, String>> published = readUntil(topic, key);

        ConsumerRecord<String, String> event = Objects.requireNonNull(published.get(key));

        assertThat(JSON.readTree(event.value())).isEqualTo(contract(contract));
        assertThat(header(event, "ce_type")).isEqualTo("io.crosscare." + topic);
        assertThat(header(event, "ce_source")).isEqualTo("/crosscare/registry");
        assertThat(header(event, "ce_aggregateversion")).isEqualTo("1");
    }

    @Test
    void answersAtTheDoorWhatItPublishes() throws Exception {
        JsonNode answer = Doors.at(port).get("/institutions/H31000000001");

        assertThat(answer).isEqualTo(contract("registry.institution.v1.json"));
    }

    @Test
    void publishesEveryInstitution() {
        Map<String, ConsumerRecord<String, String>> published =
                read(PublishedTopics.INSTITUTION.name(), all -> all.keySet().containsAll(SHIPPED));

        assertThat(SHIPPED).hasSize(69);
        assertThat(published).containsKeys(SHIPPED.toArray(String[]::new));
    }

    private static Map<String, ConsumerRecord<String, String>> readUntil(String topic, String key) {
        return read(topic, all -> all.containsKey(key));
    }

    private static Map<String, ConsumerRecord<String, String>> read(
            String topic, Predicate<Map<String, ConsumerRecord<String, String>>> isEnough) {
        Map<String, ConsumerRecord<String, String>> byKey = new TreeMap<>();
        List<TopicPartition> partitions = IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        Map<String, Object> settings = Map.of("bootstrap.servers", TestStores.kafka(), "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long deadline = System.nanoTime() + PATIENCE_NANOS;
            while (!isEnough.test(byKey) && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> {
                    if (!message.key().startsWith("heartbeat-")) {
                        byKey.put(message.key(), message);
                    }
                });
            }
        }
        return byKey;
    }

    private static String header(ConsumerRecord<String, String> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static JsonNode contract(String file) throws IOException {
        try (InputStream stream = PublicationIT.class.getResourceAsStream("/contracts/" + file)) {
            return JSON.readTree(Objects.requireNonNull(stream, file).readAllBytes());
        }
    }
}
