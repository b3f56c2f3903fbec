package io.crosscare.settlement.document;

import java.time.Instant;

/** A document as it was published. */
public record StoredDocument(String hash, CanonicalDocument document, Instant publishedAt) {}
