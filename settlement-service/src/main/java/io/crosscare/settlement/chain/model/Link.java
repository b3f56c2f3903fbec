package io.crosscare.settlement.chain.model;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.settlement.benefit.model.Counters;
import java.time.Instant;

/**
 * Where an entry stands in its chain and how it moves the person's counters.
 *
 * @param prevHash hash of the entry before it, {@link ContentHash#NONE} for the first
 * @param recordedAt never earlier than the entry before it; names a time for people, orders nothing
 * @param before counters of all benefit periods as the chain had them
 * @param delta what this entry adds
 */
public record Link(
        PersonId person, long seq, ContentHash prevHash, Instant recordedAt, Counters before, Counters delta) {

    public Link {
        boolean isFirst = seq == 1;
        if (isFirst != prevHash.equals(ContentHash.NONE)) {
            throw new IllegalArgumentException("the first entry of a chain, and no other, follows nothing");
        }
        if (isFirst && !before.isEmpty()) {
            throw new IllegalArgumentException("nothing is counted before the first entry");
        }
    }

    public EntryId id() {
        return new EntryId(person, seq);
    }

    public Counters after() {
        return before.plus(delta);
    }
}
