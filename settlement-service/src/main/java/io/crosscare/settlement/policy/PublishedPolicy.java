package io.crosscare.settlement.policy;

import io.crosscare.settlement.benefit.model.PolicyPack;
import java.time.Instant;

/**
 * A pack as it was published: for ever the same content under the same hash.
 *
 * @param hash SHA-256 of the document's canonical bytes, lower-case hexadecimal; settlements refer to it
 * @param document the YAML text that was published, canonical
 */
public record PublishedPolicy(String hash, PolicyPack pack, String document, Instant publishedAt) {}
