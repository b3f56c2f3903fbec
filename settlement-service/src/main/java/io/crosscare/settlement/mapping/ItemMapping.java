package io.crosscare.settlement.mapping;

import io.crosscare.chassis.id.InstitutionCode;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The local codes of one institution, each with the item it stands for.
 *
 * @param itemCodes item code by local code
 * @param uploadedBy the account
 */
public record ItemMapping(
        InstitutionCode institution, SortedMap<String, String> itemCodes, Instant uploadedAt, String uploadedBy) {

    public ItemMapping {
        itemCodes = Collections.unmodifiableSortedMap(new TreeMap<>(itemCodes));
    }

    /** The item a local code stands for. */
    public Optional<String> find(String localCode) {
        return Optional.ofNullable(itemCodes.get(localCode));
    }
}
