package io.crosscare.settlement.chain.model;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.settlement.benefit.model.Counters;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The end of a person's chain: all that the next entry is computed from. A check made on head n is safe once place n + 1 is
 * won.
 *
 * @param seq 0 where the chain is empty
 */
public record Head(PersonId person, long seq, ContentHash hash, Instant recordedAt, Counters counters) {

    public static Head empty(PersonId person) {
        return new Head(person, 0, ContentHash.NONE, Instant.EPOCH, Counters.NONE);
    }

    public static Head of(Entry entry) {
        Link link = entry.link();
        return new Head(link.person(), link.seq(), entry.hash(), link.recordedAt(), link.after());
    }

    /** The next place, taken now with this change of the counters. */
    public Link next(Instant now, Counters delta) {
        Instant kept = now.truncatedTo(ChronoUnit.MILLIS);
        Instant at = kept.isBefore(recordedAt) ? recordedAt : kept;
        return new Link(person, seq + 1, hash, at, counters, delta);
    }

    /** How a caller names this head. */
    public HeadName name() {
        return new HeadName(seq, hash);
    }

    /** A head as a preview gives it out and a settlement sends it back. */
    public record HeadName(long seq, ContentHash hash) {}
}
