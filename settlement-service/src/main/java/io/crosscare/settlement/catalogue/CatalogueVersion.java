package io.crosscare.settlement.catalogue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A published catalogue without its items: enough to choose it and to list it.
 *
 * @param hash SHA-256 of the document's canonical bytes, lower-case hexadecimal; settlements refer to it
 * @param rows items it has
 * @param publishedBy the account; null for what came with the service
 */
public record CatalogueVersion(
        String hash,
        CatalogueFacts facts,
        int rows,
        Instant publishedAt,
        @Nullable String publishedBy) {}
