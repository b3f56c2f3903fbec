package io.crosscare.chassis.event;

import io.crosscare.chassis.web.StrictJson;
import java.time.Instant;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A fact as it arrived; perhaps not for the first time, and perhaps after a later one of another key. */
public record ReceivedEvent(
        String key,
        String type,
        String id,
        long version,
        Instant time,
        String body,
        @Nullable String traceparent) {

    private static final JsonMapper JSON = StrictJson.tolerant();

    /**
     * The fact a message carries.
     *
     * @throws PoisonEvent when it carries none
     */
    public static ReceivedEvent of(ConsumerRecord<String, byte[]> message) {
        return CloudEventHeaders.read(message);
    }

    /**
     * The body, as far as the given record knows it.
     *
     * @throws PoisonEvent when the body is not that
     */
    public <T> T bodyAs(Class<T> type) {
        try {
            return JSON.readValue(body, type);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new PoisonEvent("the body is not a " + type.getSimpleName() + at(e), e);
        }
    }

    /** The field at which reading ended; its name is one of ours, for the body is read as far as the record knows it. */
    private static String at(RuntimeException error) {
        if (!(error instanceof JacksonException unreadable)
                || unreadable.getPath().isEmpty()) {
            return "";
        }
        String path = unreadable.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."));
        return ": " + path + " cannot be read";
    }

    @Override
    public String toString() {
        return "ReceivedEvent[key=" + key + ", type=" + type + ", version=" + version + "]";
    }
}
