package io.crosscare.filing.insured.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * On whose word a person is as it is, and since when.
 *
 * @param by the principal's subject
 * @param batchId the batch whose row says it; null where it was said by itself
 */
public record Word(String by, Instant at, @Nullable String batchId) {}
