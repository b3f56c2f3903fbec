package io.crosscare.settlement.external;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.external.model.ExternalFeed;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Port to the feeds of the core systems, one per region that ever sent one. */
public interface ExternalFeeds {

    Mono<ExternalFeed> find(RegionCode region);

    /** All of them, by region. */
    Flux<ExternalFeed> all();

    /**
     * Stores it: a first one where there is none, a later one in place of the version before.
     *
     * @return false when another came before; then nothing was written
     */
    Mono<Boolean> store(ExternalFeed feed);
}
