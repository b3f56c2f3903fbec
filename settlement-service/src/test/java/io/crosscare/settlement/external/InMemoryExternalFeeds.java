package io.crosscare.settlement.external;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.external.model.ExternalFeed;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The feeds for tests, kept to the same contract as the store's. */
public final class InMemoryExternalFeeds implements ExternalFeeds {

    private final Map<RegionCode, ExternalFeed> feeds = new ConcurrentHashMap<>();

    @Override
    public Mono<ExternalFeed> find(RegionCode region) {
        return Mono.justOrEmpty(feeds.get(region));
    }

    @Override
    public Flux<ExternalFeed> all() {
        return Flux.fromIterable(feeds.values());
    }

    @Override
    public Mono<Boolean> store(ExternalFeed feed) {
        return Mono.fromSupplier(() -> put(feed));
    }

    private synchronized boolean put(ExternalFeed feed) {
        ExternalFeed present = feeds.get(feed.region());
        long version = present == null ? 0 : present.version();
        if (feed.version() != version + 1) {
            return false;
        }
        feeds.put(feed.region(), feed);
        return true;
    }
}
