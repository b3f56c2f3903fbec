package io.crosscare.settlement.external;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.testing.MovingClock;
import io.crosscare.settlement.benefit.model.Confidence;
import io.crosscare.settlement.benefit.model.Wording;
import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.eligibility.Facts;
import io.crosscare.settlement.eligibility.model.DatedRule;
import io.crosscare.settlement.eligibility.model.EligibilityReadings;
import io.crosscare.settlement.eligibility.model.RegionReadings;
import io.crosscare.settlement.eligibility.model.StaleFeed;
import io.crosscare.settlement.eligibility.model.StaleFeed.Then;
import io.crosscare.settlement.external.CheckExternalFeed.Standing;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A feed is stale by the rule its region has on the day. */
class CheckExternalFeedTest {

    private static final LocalDate REFUSING_FROM = LocalDate.parse("2026-11-26");

    private final MovingClock clock = new MovingClock(Entries.NOW);
    private final InMemoryExternalFeeds feeds = new InMemoryExternalFeeds();
    private final CheckExternalFeed check = new CheckExternalFeed(feeds, readings(), clock);

    @Test
    void isNotStaleWhereNoFeedEverCame() {
        clock.advance(Duration.ofDays(1_000));

        assertThat(await(check.of(Entries.ZHENJIANG))).isEqualTo(Standing.NOT_STALE);
    }

    @Test
    void followsTheRuleOfTheDay() {
        await(new HearFeed(feeds, clock).hear(Entries.ZHENJIANG, clock.instant()));
        assertThat(await(check.of(Entries.ZHENJIANG))).isEqualTo(Standing.NOT_STALE);

        clock.advance(Duration.ofHours(3));
        assertThat(await(check.of(Entries.ZHENJIANG))).isEqualTo(Standing.STALE_FLAGGED);

        clock.advance(Duration.ofDays(2));
        assertThat(await(check.of(Entries.ZHENJIANG))).isEqualTo(Standing.STALE_REFUSED);

        await(new HearFeed(feeds, clock).hear(Entries.ZHENJIANG, clock.instant()));
        clock.advance(Duration.ofSeconds(6));
        assertThat(await(check.of(Entries.ZHENJIANG))).isEqualTo(Standing.NOT_STALE);
    }

    private static EligibilityReadings readings() {
        RegionReadings shipped = Facts.READINGS.otherwise();
        RegionReadings own = new RegionReadings(
                shipped.visits(),
                shipped.stays(),
                shipped.home(),
                List.of(rule(null, Then.SETTLE_AND_FLAG), rule(REFUSING_FROM, Then.REFUSE)));
        return new EligibilityReadings(Map.of(Entries.ZHENJIANG, own), shipped);
    }

    private static DatedRule<StaleFeed> rule(@Nullable LocalDate from, Then then) {
        return new DatedRule<>(from, new StaleFeed(then, 2), new Wording("中", "en"), "test", Confidence.ASSUMED);
    }
}
