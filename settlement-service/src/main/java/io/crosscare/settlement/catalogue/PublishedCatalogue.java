package io.crosscare.settlement.catalogue;

import io.crosscare.settlement.benefit.model.Catalogue;
import java.time.Instant;

/**
 * A catalogue version as it was published: for ever the same content under the same hash.
 *
 * @param hash SHA-256 of the document's canonical bytes, lower-case hexadecimal; settlements refer to it
 * @param document the CSV text that was published, canonical
 */
public record PublishedCatalogue(String hash, Catalogue catalogue, String document, Instant publishedAt) {}
