package io.crosscare.settlement.document;

import java.time.Instant;

/** A document as it was published. */
public record StoredText(String hash, CanonicalText document, Instant publishedAt) {}
