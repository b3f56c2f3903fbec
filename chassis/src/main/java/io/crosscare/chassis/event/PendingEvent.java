package io.crosscare.chassis.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stored fact as it is to be published, or was.
 *
 * @param key id of the aggregate; holds no personal data
 * @param version of the aggregate, or the fact's own sequence number under its key
 * @param type CloudEvents type, {@code io.crosscare.<service>.<aggregate>.v<major>}
 * @param time when the fact was recorded
 * @param body record written as JSON
 * @param traceparent W3C trace context of the request that made the fact
 */
public record PendingEvent(
        String key,
        long version,
        String type,
        Instant time,
        Object body,
        @Nullable String traceparent) {}
