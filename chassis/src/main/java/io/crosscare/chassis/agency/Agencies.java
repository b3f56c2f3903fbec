package io.crosscare.chassis.agency;

import io.crosscare.chassis.region.RegionCode;
import reactor.core.publisher.Mono;

/** Port to the kept copies of agencies. */
public interface Agencies {

    /** The region's agency; empty while the registry has not told of one. */
    Mono<Agency> find(RegionCode region);

    /** Keeps the agency unless a later version is kept already. */
    Mono<Void> keep(Agency agency);
}
