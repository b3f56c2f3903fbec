package io.crosscare.settlement.external;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.external.model.ExternalFeed;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** What every store of feeds keeps to. */
public abstract class ExternalFeedsContract {

    private static final RegionCode NANJING = new RegionCode("320100");
    private static final Instant EARLY = Entries.NOW.minusSeconds(3_600);

    /** An empty store. */
    protected abstract ExternalFeeds feeds();

    @Test
    void movesAFeedOnAndNeverBack() {
        ExternalFeeds feeds = feeds();
        HearFeed hear = new HearFeed(feeds, Clock.fixed(Entries.NOW, ZoneOffset.UTC));

        await(hear.hear(Entries.ZHENJIANG, EARLY));
        await(hear.hear(Entries.ZHENJIANG, Entries.NOW));
        ExternalFeed last = await(hear.hear(Entries.ZHENJIANG, EARLY));

        assertThat(last).isEqualTo(new ExternalFeed(Entries.ZHENJIANG, Entries.NOW, Entries.NOW, 3));
        assertThat(await(feeds.find(Entries.ZHENJIANG))).isEqualTo(last);
    }

    @Test
    void storesOneOfTwoThatCameAtOnce() {
        ExternalFeeds feeds = feeds();
        ExternalFeed first = new ExternalFeed(Entries.ZHENJIANG, EARLY, EARLY, 1);

        assertThat(await(feeds.store(first))).isTrue();
        assertThat(await(feeds.store(first.heard(Entries.NOW, Entries.NOW)))).isTrue();
        assertThat(await(feeds.store(first))).isFalse();
        assertThat(await(feeds.store(first.heard(EARLY, EARLY)))).isFalse();
        assertThat(await(feeds.find(Entries.ZHENJIANG)).completeUpTo()).isEqualTo(Entries.NOW);
    }

    @Test
    void keepsOneFeedPerRegion() {
        ExternalFeeds feeds = feeds();
        await(feeds.store(new ExternalFeed(Entries.ZHENJIANG, EARLY, EARLY, 1)));
        await(feeds.store(new ExternalFeed(NANJING, EARLY, EARLY, 1)));

        assertThat(await(feeds.all().map(ExternalFeed::region).collectList()))
                .containsExactlyInAnyOrder(NANJING, Entries.ZHENJIANG);
        assertThat(feeds.find(Entries.SHANGHAI).block()).isNull();
    }
}
