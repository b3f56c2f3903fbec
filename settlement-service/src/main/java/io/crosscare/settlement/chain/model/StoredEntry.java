package io.crosscare.settlement.chain.model;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the store holds it, sound or damaged: what can still be read of it, field by field, for an auditor. Only a
 * {@link Reading.Whole} is an {@link Entry}; nothing else may be built on it.
 *
 * @param id under what it is stored
 * @param person empty where it does not say
 * @param seq 0 where it does not say
 * @param before empty where there is none that can be read, as {@code delta} and {@code after}
 * @param postings amounts of its postings, in fen
 * @param amounts its amounts by name, in fen; empty for an entry without
 */
public record StoredEntry(
        String id,
        String person,
        long seq,
        String prevHash,
        String hash,
        @Nullable Instant recordedAt,
        SortedMap<String, Long> before,
        SortedMap<String, Long> delta,
        SortedMap<String, Long> after,
        List<Long> postings,
        Map<String, Long> amounts,
        Reading reading) {

    public StoredEntry {
        before = Collections.unmodifiableSortedMap(new TreeMap<>(before));
        delta = Collections.unmodifiableSortedMap(new TreeMap<>(delta));
        after = Collections.unmodifiableSortedMap(new TreeMap<>(after));
        postings = List.copyOf(postings);
        amounts = Map.copyOf(amounts);
    }

    /** Whether the fields make an entry. */
    public sealed interface Reading {

        /**
         * They do.
         *
         * @param entry with the hash that its content has, which need not be the stored one
         * @param strays names of stored fields that are not what is written for this entry, its hash aside
         */
        record Whole(Entry entry, Set<String> strays) implements Reading {
            public Whole {
                strays = Set.copyOf(strays);
            }
        }

        /**
         * They do not.
         *
         * @param flaw for people who mend stores
         */
        record Damaged(String flaw) implements Reading {}
    }

    /** The entry, where it is whole. */
    public @Nullable Entry entry() {
        return reading instanceof Reading.Whole(Entry entry, var _) ? entry : null;
    }

    /** Whether it is whole and has the hash of its content. */
    public boolean isSound() {
        Entry entry = entry();
        return entry != null && entry.hash().value().equals(hash);
    }
}
