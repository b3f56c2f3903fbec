package io.crosscare.chassis.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;

/** What spring-kafka writes beside a message that it parks. What is missing there is taken from the dead letter itself. */
final class DeadLetterHeaders {

    private static final String OWN_PREFIX = "kafka_";
    private static final String UNKNOWN_REASON = "unknown";

    private DeadLetterHeaders() {}

    static ParkedMessage read(ConsumerRecord<String, byte[]> letter) {
        Instant parkedAt = Instant.ofEpochMilli(letter.timestamp());
        String topic = text(letter, KafkaHeaders.DLT_ORIGINAL_TOPIC);
        ByteBuffer partition = number(letter, KafkaHeaders.DLT_ORIGINAL_PARTITION, Integer.BYTES);
        ByteBuffer offset = number(letter, KafkaHeaders.DLT_ORIGINAL_OFFSET, Long.BYTES);
        ByteBuffer sentAt = number(letter, KafkaHeaders.DLT_ORIGINAL_TIMESTAMP, Long.BYTES);
        return new ParkedMessage(
                topic == null ? Topic.ofDeadLetters(letter.topic()) : topic,
                partition == null ? letter.partition() : partition.getInt(),
                offset == null ? letter.offset() : offset.getLong(),
                text(letter, KafkaHeaders.DLT_ORIGINAL_CONSUMER_GROUP),
                sentAt == null ? parkedAt : Instant.ofEpochMilli(sentAt.getLong()),
                parkedAt,
                letter.key(),
                letter.value() == null ? null : Base64.getEncoder().encodeToString(letter.value()),
                original(letter),
                reason(letter));
    }

    private static Map<String, String> original(ConsumerRecord<String, byte[]> letter) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : letter.headers()) {
            byte[] value = header.value();
            if (value != null && !header.key().startsWith(OWN_PREFIX)) {
                headers.put(header.key(), new String(value, StandardCharsets.UTF_8));
            }
        }
        return headers;
    }

    private static String reason(ConsumerRecord<String, byte[]> letter) {
        String message = text(letter, KafkaHeaders.DLT_EXCEPTION_MESSAGE);
        return message == null ? UNKNOWN_REASON : message;
    }

    private static @Nullable String text(ConsumerRecord<String, byte[]> letter, String name) {
        byte[] value = value(letter, name);
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }

    private static @Nullable ByteBuffer number(ConsumerRecord<String, byte[]> letter, String name, int bytes) {
        byte[] value = value(letter, name);
        return value == null || value.length != bytes ? null : ByteBuffer.wrap(value);
    }

    private static byte @Nullable [] value(ConsumerRecord<String, byte[]> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null ? null : header.value();
    }
}
