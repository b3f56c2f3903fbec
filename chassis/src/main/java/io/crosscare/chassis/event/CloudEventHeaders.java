package io.crosscare.chassis.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** CloudEvents 1.0 in Kafka's binary mode: attributes in headers, the fact as JSON in the value. */
final class CloudEventHeaders {

    static final String HEARTBEAT = "io.crosscare.heartbeat.v1";
    private static final String TYPE = "ce_type";
    private static final String ID = "ce_id";
    private static final String TIME = "ce_time";
    private static final String VERSION = "ce_aggregateversion";
    private static final String TRACEPARENT = "traceparent";

    private CloudEventHeaders() {}

    static ProducerRecord<String, byte[]> write(String source, Topic topic, PendingEvent event, byte[] body) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic.name(), event.key(), body);
        Headers headers = message.headers();
        common(headers, source, event.type(), event.key() + ":" + event.version(), event.time());
        put(headers, VERSION, Long.toString(event.version()));
        String traceparent = event.traceparent();
        if (traceparent != null) {
            put(headers, TRACEPARENT, traceparent);
        }
        return message;
    }

    static ProducerRecord<String, byte[]> heartbeat(
            String source, Topic topic, int partition, Instant publishedBefore) {
        String key = "heartbeat-" + partition;
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(topic.name(), partition, key, new byte[] {'{', '}'});
        common(message.headers(), source, HEARTBEAT, key + ":" + publishedBefore.toEpochMilli(), publishedBefore);
        return message;
    }

    static boolean isHeartbeat(ConsumerRecord<String, byte[]> message) {
        return HEARTBEAT.equals(find(message, TYPE));
    }

    static Instant time(ConsumerRecord<String, byte[]> message) {
        try {
            return Instant.parse(require(message, TIME));
        } catch (DateTimeParseException e) {
            throw new PoisonEvent("header " + TIME + " is not an instant", e);
        }
    }

    static ReceivedEvent read(ConsumerRecord<String, byte[]> message) {
        String key = message.key();
        byte[] body = message.value();
        if (key == null || body == null) {
            throw new PoisonEvent("a fact has a key and a body");
        }
        return new ReceivedEvent(
                key,
                require(message, TYPE),
                require(message, ID),
                version(message),
                time(message),
                new String(body, StandardCharsets.UTF_8),
                find(message, TRACEPARENT));
    }

    private static long version(ConsumerRecord<String, byte[]> message) {
        try {
            return Long.parseLong(require(message, VERSION));
        } catch (NumberFormatException e) {
            throw new PoisonEvent("header " + VERSION + " is not a number", e);
        }
    }

    private static void common(Headers headers, String source, String type, String id, Instant time) {
        put(headers, "ce_specversion", "1.0");
        put(headers, ID, id);
        put(headers, TYPE, type);
        put(headers, "ce_source", "/crosscare/" + source);
        put(headers, TIME, time.toString());
        put(headers, "content-type", "application/json");
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String require(ConsumerRecord<String, byte[]> message, String name) {
        String value = find(message, name);
        if (value == null) {
            throw new PoisonEvent("header " + name + " is missing");
        }
        return value;
    }

    private static @Nullable String find(ConsumerRecord<String, byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
