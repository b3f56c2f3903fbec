package io.crosscare.correction.deadletter;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message as it was sent, to be sent again. May be of a person, so {@code toString} shows nothing of it.
 *
 * @param body as Base64; null for a message without one
 */
public record Payload(@Nullable String key, @Nullable String body, Map<String, String> headers) {

    public Payload {
        headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
        return "Payload[…]";
    }
}
