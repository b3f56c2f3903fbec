package io.crosscare.settlement.external;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.settlement.eligibility.model.DatedRule;
import io.crosscare.settlement.eligibility.model.EligibilityReadings;
import io.crosscare.settlement.eligibility.model.StaleFeed;
import io.crosscare.settlement.external.model.ExternalFeed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Says whether a region's core system has been silent for longer than the region allows, and what that means for a settlement.
 * A region that never sent a feed is not silent: its payments come by other ways. Feeds are read again every few seconds, which
 * is nothing beside the hours that are allowed.
 */
public final class CheckExternalFeed {

    private static final Duration KNOWN_FOR = Duration.ofSeconds(5);

    private final ExternalFeeds feeds;
    private final EligibilityReadings readings;
    private final Clock clock;
    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

    public CheckExternalFeed(ExternalFeeds feeds, EligibilityReadings readings, Clock clock) {
        this.feeds = feeds;
        this.readings = readings;
        this.clock = clock;
    }

    /** What there is to say of a feed at a settlement. */
    public enum Standing {
        NOT_STALE,
        STALE_FLAGGED,
        STALE_REFUSED
    }

    private record Known(Instant at, Map<RegionCode, ExternalFeed> feeds) {}

    public Mono<Standing> of(RegionCode insuredRegion) {
        Instant now = clock.instant();
        return current(now).map(feeds -> {
            ExternalFeed feed = feeds.get(insuredRegion);
            return feed == null ? Standing.NOT_STALE : standing(feed, now);
        });
    }

    /** The rule that decides today. */
    public DatedRule<StaleFeed> rule(RegionCode region) {
        return readings.externalFeed(region, ChinaTime.today(clock));
    }

    /** By the rule of today. */
    public Standing standing(ExternalFeed feed, Instant now) {
        StaleFeed rule = rule(feed.region()).rule();
        if (feed.lag(now).compareTo(rule.staleAfter()) <= 0) {
            return Standing.NOT_STALE;
        }
        return rule.then() == StaleFeed.Then.REFUSE ? Standing.STALE_REFUSED : Standing.STALE_FLAGGED;
    }

    private Mono<Map<RegionCode, ExternalFeed>> current(Instant now) {
        Known last = known.get();
        if (last != null && Duration.between(last.at(), now).abs().compareTo(KNOWN_FOR) < 0) {
            return Mono.just(last.feeds());
        }
        return feeds.all()
                .collectMap(ExternalFeed::region, Function.identity())
                .doOnNext(read -> known.set(new Known(now, read)));
    }
}
