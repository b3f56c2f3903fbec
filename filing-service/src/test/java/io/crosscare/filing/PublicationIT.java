package io.crosscare.filing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.testing.TestStores;
import io.crosscare.filing.Doors.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What leaves the service on its own account: events, log lines, documents; and the agencies that come in. */
@FilingServiceTest
@ExtendWith(OutputCaptureExtension.class)
class PublicationIT {

    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    @Autowired
    private MongoDatabase database;

    private Doors doors;

    @BeforeEach
    void open() {
        doors = new Doors(port);
    }

    @Test
    void publishesPersonsAndFilingsWithTheirVersion() {
        String personId = doors.registerRetiree();
        Answer lodged = doors.lodge(
                        Doors.filing(personId, "RETIRED_RESETTLED", "310000", "2019-05-01"), Doors.unique("key"))
                .expect(201);

        JsonNode person = publishedBody("filing.insured-person.v1", personId);
        JsonNode filing = publishedBody("filing.filing.v1", lodged.text("/id"));

        assertThat(person.at("/personType").asString()).isEqualTo("RETIRED");
        assertThat(person.at("/cards/0").propertyNames()).containsExactly("kind", "issuedBy", "state");
        assertThat(filing.at("/personId").asString()).isEqualTo(personId);
        assertThat(filing.at("/recordedAt").asString()).isEqualTo(lodged.text("/recordedAt"));
        assertThat(filing.has("reason")).isFalse();
        assertThat(filing.at("/version").asLong()).isEqualTo(1);
    }

    @Test
    void namesTheAgencyItHeardOf() throws Exception {
        String agency =
                "{\"region\":\"321100\",\"name\":\"镇江市医疗保险基金管理中心\",\"phone\":\"0511-85340390\",\"city\":\"镇江市\"}";
        publishAgency("321100", agency, 7);
        publishAgency("321100", agency.replace("85340390", "00000000"), 6);

        Optional<Answer> named = awaitPresent(() -> Optional.of(lookUpNobody())
                .filter(answer -> answer.text("/responsible/phone").equals("0511-85340390")));

        assertThat(named).isPresent();
        assertThat(named.get().text("/responsible/name")).isEqualTo("镇江市医疗保险基金管理中心");
        assertThat(lookUpNobody().text("/responsible/phone")).isEqualTo("0511-85340390");
    }

    @Test
    void leavesNoPersonalDataInStoreLogsOrEvents(CapturedOutput output) {
        String identityNumber = Doors.identityNumber();
        String personNumber = Doors.unique("PN-PLANTED-");
        String body = Doors.person(personNumber, identityNumber)
                .replace("王测试", "欧阳植入")
                .replace("A87654321", "PLANTEDCARD1")
                .replace("13900000000", "13911112222");
        String personId = doors.register(body);
        doors.post(Doors.ZHENJIANG, "/insured-persons", Doors.person(Doors.unique("N"), identityNumber))
                .expect(409);
        doors.post(Doors.ZHENJIANG, "/insured-persons", body.replace("EMPLOYEE", "NONE"))
                .expect(400);
        doors.post(Doors.ZHENJIANG, "/insured-persons", body + "x").expect(400);
        String reason = "本人" + identityNumber + "补办";
        doors.lodge(
                        Doors.filing(personId, "RETIRED_RESETTLED", "310000", "2019-05-01")
                                .replace("补办", reason),
                        Doors.unique("key"))
                .expect(201);

        String event = published("filing.insured-person.v1", personId).toString();
        String stored = Flux.just("insured_persons", "filings")
                .concatMap(name -> database.getCollection(name).find())
                .map(Document::toJson)
                .collectList()
                .blockOptional()
                .orElseThrow()
                .toString();

        for (String planted : List.of(identityNumber, personNumber, "欧阳植入", "PLANTEDCARD1", "13911112222")) {
            assertThat(output.getAll()).doesNotContain(planted);
            assertThat(stored).doesNotContain(planted);
            assertThat(event).doesNotContain(planted);
        }
        assertThat(stored).contains(personId);
    }

    private Answer lookUpNobody() {
        String nobody = "{\"insuredRegion\":\"321100\",\"identityNumber\":\"999999190002300011\"}";
        return doors.post(Doors.ZHENJIANG, "/insured-persons/lookups", nobody).expect(422);
    }

    private static void publishAgency(String key, String body, long version) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", TestStores.kafka());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            ProducerRecord<String, String> event = new ProducerRecord<>("registry.agency.v1", key, body);
            Map.of(
                            "ce_id",
                            key + ":" + version,
                            "ce_type",
                            "io.crosscare.registry.agency.v1",
                            "ce_time",
                            "2026-11-24T00:00:00Z",
                            "ce_aggregateversion",
                            Long.toString(version))
                    .forEach((name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(event).get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private static JsonNode publishedBody(String topic, String key) {
        return JSON.readTree(published(topic, key).value());
    }

    /** The event of the key, awaited from the beginning of the topic. */
    private static ConsumerRecord<String, String> published(String topic, String key) {
        Map<String, Object> settings = Map.of("bootstrap.servers", TestStores.kafka());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, 4)
                    .mapToObj(partition -> new TopicPartition(topic, partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return awaitPresent(() -> {
                        for (ConsumerRecord<String, String> event : consumer.poll(Duration.ofMillis(200))) {
                            if (event.key().equals(key)) {
                                return Optional.of(event);
                            }
                        }
                        return Optional.empty();
                    })
                    .orElseThrow(() -> new AssertionError("no event of " + key + " on " + topic));
        }
    }

    private static <T> Optional<T> awaitPresent(Supplier<Optional<T>> attempt) {
        Instant end = Instant.now().plus(DEADLINE);
        Optional<T> result = attempt.get();
        while (result.isEmpty() && Instant.now().isBefore(end)) {
            result = attempt.get();
        }
        return result;
    }
}
