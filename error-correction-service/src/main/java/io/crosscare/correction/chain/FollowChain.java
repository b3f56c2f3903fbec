package io.crosscare.correction.chain;

import io.crosscare.correction.chain.model.ChainEntry;
import io.crosscare.correction.chain.model.PersonHead;
import io.crosscare.correction.desk.RecordEntry;
import io.micrometer.core.instrument.MeterRegistry;
import reactor.core.publisher.Mono;

/**
 * Follows every person's chain entry by entry: the next one is applied, one that was seen is dropped, and where one is missing
 * its owner is asked (design.md §3.4). The head moves on after the effect is stored, so a stop in between only repeats it.
 */
public final class FollowChain {

    private final Heads heads;
    private final ChainOwner owner;
    private final RecordEntry recordEntry;
    private final MeterRegistry meters;

    public FollowChain(Heads heads, ChainOwner owner, RecordEntry recordEntry, MeterRegistry meters) {
        this.heads = heads;
        this.owner = owner;
        this.recordEntry = recordEntry;
        this.meters = meters;
    }

    /**
     * Completes when the entry and all before it have been applied.
     *
     * @return fails with {@link MissingEntry} when the owner does not have what should lie before the entry
     */
    public Mono<Void> follow(ChainEntry entry) {
        return heads.of(entry.person()).flatMap(head -> {
            if (entry.seq() <= head.seq()) {
                return count("known");
            }
            return entry.seq() == head.seq() + 1
                    ? apply(entry).then(count("applied"))
                    : fetch(entry, head).then(count("fetched"));
        });
    }

    /** The owner has the entry itself too, for it was announced after it was stored. */
    private Mono<Void> fetch(ChainEntry entry, PersonHead head) {
        return owner.from(entry.person(), head.seq() + 1)
                .expand(page -> page.isEmpty() || page.getLast().seq() >= entry.seq()
                        ? Mono.empty()
                        : owner.from(entry.person(), page.getLast().seq() + 1))
                .concatMapIterable(page -> page)
                .takeUntil(missed -> missed.seq() >= entry.seq())
                .concatMap(missed -> apply(missed).thenReturn(missed.seq()))
                .reduce(head.seq(), FollowChain::dense)
                .flatMap(last -> last < entry.seq() ? Mono.error(new MissingEntry()) : Mono.empty());
    }

    private static long dense(long last, long next) {
        if (next != last + 1) {
            throw new MissingEntry();
        }
        return next;
    }

    private Mono<Void> apply(ChainEntry entry) {
        ChainEntry.Concern concern = entry.concern();
        Mono<Void> effect = concern == null ? Mono.empty() : recordEntry.record(concern.scope(), concern.entry());
        return effect.then(Mono.defer(() -> heads.advance(PersonHead.at(entry))));
    }

    private Mono<Void> count(String outcome) {
        return Mono.fromRunnable(() ->
                meters.counter("crosscare.chain.entries", "outcome", outcome).increment());
    }
}
