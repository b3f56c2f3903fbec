package io.crosscare.filing.lodging;

import io.crosscare.filing.lodging.Filings.Kept;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Brings into the feed what was done to filings. A filing remembers what is untold until it is told, so a process that ends
 * between the two loses nothing, and telling it again adds nothing.
 */
public final class TellChanges {

    private static final int BATCH = 200;
    private static final int MARKED_AT_ONCE = 32;

    private final Filings filings;
    private final FilingFeed feed;

    public TellChanges(Filings filings, FilingFeed feed) {
        this.filings = filings;
        this.feed = feed;
    }

    /** Tells everything that is untold, in the order in which it was done as far as one look can see it. */
    public Mono<Void> tell() {
        return Mono.defer(this::tellSome)
                .repeat()
                .takeUntil(isMoreLeft -> !isMoreLeft)
                .then();
    }

    /** Whether there may be more. */
    private Mono<Boolean> tellSome() {
        return filings.untold(BATCH)
                .sort(Comparator.comparing(TellChanges::firstUntoldAt))
                .collectList()
                .flatMap(batch -> tell(batch).thenReturn(batch.size() == BATCH));
    }

    /** The versions of one filing in their order. */
    private Mono<Void> tell(List<Kept> batch) {
        return Flux.fromIterable(batch)
                .concatMapIterable(Kept::untold)
                .concatMap(feed::tell)
                .thenMany(Flux.fromIterable(batch)
                        .flatMap(
                                kept -> filings.markTold(
                                        kept.filing().id(), kept.filing().version()),
                                MARKED_AT_ONCE))
                .then();
    }

    private static Instant firstUntoldAt(Kept kept) {
        return kept.untold().getFirst().change().at();
    }
}
