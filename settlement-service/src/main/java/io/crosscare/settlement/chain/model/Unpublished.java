package io.crosscare.settlement.chain.model;

import org.jspecify.annotations.Nullable;

/**
 * An entry whose event is not known to be published, as its marker names it.
 *
 * @param traceparent trace context of the request that made it; null where it had none
 */
public record Unpublished(EntryId entry, @Nullable String traceparent) {}
