package io.crosscare.correction.deadletter.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a message stood, and who could not process it.
 *
 * @param consumer the service; null where nobody says
 */
public record Origin(
        String topic, int partition, long offset, @Nullable String consumer, Instant sentAt) {}
