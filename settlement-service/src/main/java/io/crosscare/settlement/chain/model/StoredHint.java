package io.crosscare.settlement.chain.model;

import java.util.Map;

/**
 * A head as it is noted beside the chain, sound or damaged.
 *
 * @param person under what it is stored
 * @param seq 0 where it cannot be read
 * @param counters empty where they cannot be read
 */
public record StoredHint(String person, long seq, String hash, Map<String, Long> counters) {

    public StoredHint {
        counters = Map.copyOf(counters);
    }
}
