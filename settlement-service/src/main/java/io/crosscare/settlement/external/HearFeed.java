package io.crosscare.settlement.external;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.external.model.ExternalFeed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import reactor.core.publisher.Mono;

/** Notes up to when a core system says its feed is complete. */
public final class HearFeed {

    private static final int ATTEMPTS_MAX = 8;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final ExternalFeeds feeds;
    private final Clock clock;

    public HearFeed(ExternalFeeds feeds, Clock clock) {
        this.feeds = feeds;
        this.clock = clock;
    }

    /** The feed as it stands then. */
    public Mono<ExternalFeed> hear(RegionCode region, Instant completeUpTo) {
        return hear(region, completeUpTo, ATTEMPTS_MAX);
    }

    private Mono<ExternalFeed> hear(RegionCode region, Instant completeUpTo, int attempts) {
        if (attempts == 0) {
            return Mono.error(ProblemException.busy(RETRY_AFTER));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return feeds.find(region)
                .map(feed -> feed.heard(completeUpTo, now))
                .defaultIfEmpty(new ExternalFeed(region, completeUpTo, now, 1))
                .flatMap(feed -> feeds.store(feed)
                        .flatMap(isStored -> isStored
                                ? Mono.just(feed)
                                : Mono.defer(() -> hear(region, completeUpTo, attempts - 1))));
    }
}
