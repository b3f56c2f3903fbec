package io.crosscare.settlement.external;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.Counters;
import io.crosscare.settlement.chain.model.External.CorePayment;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.eligibility.KnownFacts;
import io.crosscare.settlement.external.model.ExternalFeed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A portion of a core system's feed: its payments in their order, each recorded or refused by itself, and then, where none was
 * refused, the word up to when the feed is complete. Sent again, it changes nothing: the core's numbers are the keys.
 */
public final class FeedBatch {

    private final KnownFacts knownFacts;
    private final RecordExternal recordExternal;
    private final ExternalFeeds feeds;
    private final HearFeed hearFeed;

    public FeedBatch(KnownFacts knownFacts, RecordExternal recordExternal, ExternalFeeds feeds, HearFeed hearFeed) {
        this.knownFacts = knownFacts;
        this.recordExternal = recordExternal;
        this.feeds = feeds;
        this.hearFeed = hearFeed;
    }

    /** One payment of the feed. */
    public record Row(PersonId person, CorePayment payment, Counters moves) {}

    /**
     * What became of a row.
     *
     * @param outcome null where the region has no such person
     */
    public record RowResult(Row row, RecordExternal.@Nullable Outcome outcome) {

        /** Whether it stands in the chain. */
        public boolean isInChain() {
            return outcome instanceof RecordExternal.Outcome.InChain;
        }
    }

    /**
     * What became of the portion.
     *
     * @param feed as it stands afterwards; empty where the region has never said that its feed is complete
     */
    public record Taken(List<RowResult> rows, Optional<ExternalFeed> feed) {

        public Taken {
            rows = List.copyOf(rows);
        }
    }

    /**
     * Takes it.
     *
     * @param completeUpTo null where the core does not say
     * @param by the caller's account
     */
    public Mono<Taken> take(RegionCode region, List<Row> rows, @Nullable Instant completeUpTo, String by) {
        return Flux.fromIterable(rows)
                .concatMap(row -> record(region, row, by))
                .collectList()
                .flatMap(results -> feed(region, results.stream().allMatch(RowResult::isInChain), completeUpTo)
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty())
                        .map(feed -> new Taken(results, feed)));
    }

    Mono<RowResult> record(RegionCode region, Row row, String by) {
        return knownFacts
                .person(row.person())
                .filter(person -> person.insuredRegion().equals(region))
                .flatMap(person -> recordExternal.record(new RecordExternal.Command(
                        person, Key.ofCore(region, row.payment().coreNumber()), row.payment(), row.moves(), by)))
                .map(outcome -> new RowResult(row, outcome))
                .defaultIfEmpty(new RowResult(row, null));
    }

    /**
     * The feed as it stands afterwards; empty where the region has never said that it is complete.
     *
     * @param isWhole whether everything that was sent is in the chains
     */
    Mono<ExternalFeed> feed(RegionCode region, boolean isWhole, @Nullable Instant completeUpTo) {
        return completeUpTo != null && isWhole ? hearFeed.hear(region, completeUpTo) : feeds.find(region);
    }
}
