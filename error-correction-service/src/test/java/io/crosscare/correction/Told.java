package io.crosscare.correction;

import io.crosscare.chassis.testing.EventContract;
import io.crosscare.chassis.testing.TestStores;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Events on the real broker, as the other services tell them: their contracts with other values. */
final class Told {

    static final String REFUSALS = "settlement.refusal.v1";
    static final String INTERRUPTIONS = "settlement.interruption.v1";
    static final String SETTLEMENTS = "settlement.settlement.v1";
    static final String FILINGS = "filing.filing.v1";
    static final String UPLOADS = "registry.filing-upload.v1";
    static final String CASES = "correction.case.v1";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PARTITIONS = 4;

    private Told() {}

    /** A message as it was or will be sent. */
    record Message(String topic, String key, long version, String time, String body) {}

    /** Refused for want of a filing, batch 1 of visit {@code vaaa…}. */
    static Message refusal(String personId, long seq, String at) {
        return refusal(personId, seq, at, Map.of());
    }

    static Message refusal(String personId, long seq, String at, Map<String, String> other) {
        Map<String, Object> fields = new HashMap<>(other);
        fields.put("id", personId + ":r" + seq);
        fields.put("personId", personId);
        fields.put("seq", seq);
        fields.put("at", at);
        return new Message(REFUSALS, personId, seq, at, changed(EventContract.text(REFUSALS), fields));
    }

    /** Filing-service gave no answer. */
    static Message filingDown(String personId, long seq, String at, String institution) {
        Map<String, Object> fields = Map.of(
                "id",
                personId + ":i" + seq,
                "personId",
                personId,
                "seq",
                seq,
                "at",
                at,
                "institutionCode",
                institution);
        return new Message(INTERRUPTIONS, personId, seq, at, changed(EventContract.text(INTERRUPTIONS), fields));
    }

    /** Batch 1 of visit {@code vaaa…} is settled. */
    static Message settled(String personId, long seq, String at) {
        return entry("settlement.settlement.v1-settled", "/settlement", personId, seq, at, Map.of());
    }

    /** The settlement at that place is cancelled. */
    static Message cancelled(String personId, long seq, String at, long settlement) {
        return entry(
                "settlement.settlement.v1-cancelled",
                "/undo",
                personId,
                seq,
                at,
                Map.of("originalId", entryId(personId, settlement)));
    }

    /** An entry that settles nothing. */
    static Message voided(String personId, long seq, String at) {
        return entry("settlement.settlement.v1-voided", "/undo", personId, seq, at, Map.of());
    }

    /** Refused because the upper platform has not taken this filing yet. */
    static Message notYetUpstream(String personId, long seq, String at, String filingId) {
        Message plain = refusal(personId, seq, at, Map.of("reason", "FILING_NOT_YET_UPSTREAM"));
        Map<String, Object> known =
                Map.of("institution", 3, "person", 2, "filings", List.of(Map.of("id", filingId, "version", 1)));
        return new Message(REFUSALS, personId, seq, at, changed(plain.body(), Map.of("knownVersions", known)));
    }

    /** How far the filing has come on its way to the upper platform. */
    static Message uploaded(String filingId, long version, String at, String state) {
        Map<String, Object> fields = Map.of(
                "filingId",
                filingId,
                "filingVersion",
                1,
                "acceptedVersion",
                state.equals("ACCEPTED") ? 1 : 0,
                "state",
                state,
                "at",
                at,
                "version",
                version);
        return new Message(UPLOADS, filingId, version, at, changed(EventContract.text(UPLOADS), fields));
    }

    static Message filed(String personId, String filingId, String at) {
        Map<String, Object> fields = Map.of("id", filingId, "personId", personId, "recordedAt", at, "version", 1L);
        return new Message(FILINGS, filingId, 1, at, changed(EventContract.text(FILINGS), fields));
    }

    static String entryId(String personId, long seq) {
        return "%s:%010d".formatted(personId, seq);
    }

    private static Message entry(
            String contract, String part, String personId, long seq, String at, Map<String, Object> other) {
        Map<String, Object> fields = Map.of(
                "id",
                entryId(personId, seq),
                "personId",
                personId,
                "seq",
                seq,
                "recordedAt",
                at,
                "hash",
                "%064d".formatted(seq));
        ObjectNode entry = (ObjectNode) JSON.readTree(changed(EventContract.text(contract), fields));
        ObjectNode inner = (ObjectNode) entry.at(part);
        put(inner, fields);
        inner.remove("hash");
        put(inner, other);
        return new Message(SETTLEMENTS, personId, seq, at, entry.toString());
    }

    private static String changed(String contract, Map<String, Object> fields) {
        ObjectNode body = (ObjectNode) JSON.readTree(contract);
        put(body, fields);
        return body.toString();
    }

    private static void put(ObjectNode node, Map<String, ?> fields) {
        fields.forEach((name, value) -> node.set(name, JSON.valueToTree(value)));
    }

    static void tell(Message... messages) {
        tellAll(List.of(messages));
    }

    /** All at once: the broker is waited for only after the last. */
    static void tellAll(List<Message> messages) {
        Map<String, Object> settings = Map.of("bootstrap.servers", TestStores.kafka());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            List<Future<?>> sent = new ArrayList<>();
            for (Message message : messages) {
                sent.add(producer.send(event(message)));
            }
            for (Future<?> one : sent) {
                one.get(30, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ProducerRecord<String, String> event(Message message) {
        ProducerRecord<String, String> event = new ProducerRecord<>(message.topic(), message.key(), message.body());
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        message.key() + ":" + message.version(),
                        "ce_type",
                        "io.crosscare." + message.topic(),
                        "ce_source",
                        "/crosscare/test",
                        "ce_time",
                        message.time(),
                        "ce_aggregateversion",
                        Long.toString(message.version()))
                .forEach((name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return event;
    }

    /** Everything on a topic under a key so far, in order. */
    static List<JsonNode> published(String topic, String key) {
        return read(topic).stream()
                .filter(event -> event.key().equals(key))
                .map(event -> JSON.readTree(event.value()))
                .toList();
    }

    /** Everything on a topic so far. */
    static List<ConsumerRecord<String, String>> read(String topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", TestStores.kafka());
        List<ConsumerRecord<String, String>> events = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(topic, partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(events::add);
            }
        }
        return events;
    }
}
