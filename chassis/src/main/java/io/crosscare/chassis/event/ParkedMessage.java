package io.crosscare.chassis.event;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message that could not be processed, as it stands among the dead letters of its topic. {@code toString} shows nothing of its
 * content.
 *
 * @param topic it was sent to
 * @param partition it had there
 * @param offset it had there
 * @param group the consumer that could not process it; null where nobody says
 * @param sentAt when it was sent to its topic, or, where nobody says, when it was parked
 * @param body as Base64; null for a message without one
 * @param headers as it was sent, as text
 * @param reason what the consumer said
 */
public record ParkedMessage(
        String topic,
        int partition,
        long offset,
        @Nullable String group,
        Instant sentAt,
        Instant parkedAt,
        @Nullable String key,
        @Nullable String body,
        Map<String, String> headers,
        String reason) {

    public ParkedMessage {
        headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
        return "ParkedMessage[topic=" + topic + ", partition=" + partition + ", offset=" + offset + "]";
    }
}
