package io.crosscare.settlement.external;

import io.crosscare.settlement.external.CheckExternalFeed.Standing;
import io.crosscare.settlement.external.RecordExternal.Outcome;
import io.crosscare.settlement.external.model.ExternalFeed;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** What operations see of the core systems' feeds: how far each lags, whether it is stale, and what became of payments. */
public final class FeedMeters {

    private final ExternalFeeds feeds;
    private final CheckExternalFeed checkFeed;
    private final MeterRegistry meters;
    private final Clock clock;
    private final MultiGauge lag;
    private final MultiGauge stale;

    /** There from the start, so that the first of each outcome is seen as a rise from zero. */
    public FeedMeters(ExternalFeeds feeds, CheckExternalFeed checkFeed, MeterRegistry meters, Clock clock) {
        this.feeds = feeds;
        this.checkFeed = checkFeed;
        this.meters = meters;
        this.clock = clock;
        this.lag = MultiGauge.builder("crosscare.external.feed.lag")
                .description("For how long nothing is known of a core system's payments")
                .baseUnit("seconds")
                .register(meters);
        this.stale = MultiGauge.builder("crosscare.external.feed.stale")
                .description("1 where a core system has been silent for longer than its region allows")
                .register(meters);
        List.of("RECORDED", "KNOWN", "TOO_EARLY", "TAKEN", "BELOW_ZERO", "KEY_USED")
                .forEach(this::counter);
    }

    /** Reads how far the feeds have come. */
    public Mono<Void> measure() {
        return feeds.all().collectList().doOnNext(this::tell).then();
    }

    private void tell(List<ExternalFeed> all) {
        Instant now = clock.instant();
        lag.register(
                all.stream()
                        .map(feed ->
                                MultiGauge.Row.of(tagsOf(feed), feed.lag(now).toSeconds()))
                        .toList(),
                true);
        stale.register(
                all.stream()
                        .map(feed -> MultiGauge.Row.of(
                                tagsOf(feed), checkFeed.standing(feed, now) == Standing.NOT_STALE ? 0 : 1))
                        .toList(),
                true);
    }

    private static Tags tagsOf(ExternalFeed feed) {
        return Tags.of("insured.region", feed.region().value());
    }

    void count(Outcome outcome) {
        counter(
                        switch (outcome) {
                            case Outcome.InChain(var _, boolean isReplay) -> isReplay ? "KNOWN" : "RECORDED";
                            case Outcome.TooEarly _ -> "TOO_EARLY";
                            case Outcome.Taken _ -> "TAKEN";
                            case Outcome.BelowZero _ -> "BELOW_ZERO";
                            case Outcome.KeyUsed _ -> "KEY_USED";
                        })
                .increment();
    }

    private Counter counter(String outcome) {
        return meters.counter("crosscare.externals", "outcome", outcome);
    }
}
