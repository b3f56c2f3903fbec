package io.crosscare.settlement.audit.model;

import java.util.List;
import java.util.Set;

/**
 * What walking one chain has shown.
 *
 * @param facts of its whole entries, in order
 * @param lastSeq the last place that was walked
 * @param lastHashes what the last entry may be called by: its stored hash and that of its content
 */
public record ChainReport(String person, Tally tally, List<ChainFact> facts, long lastSeq, Set<String> lastHashes) {

    public ChainReport {
        facts = List.copyOf(facts);
        lastHashes = Set.copyOf(lastHashes);
    }
}
