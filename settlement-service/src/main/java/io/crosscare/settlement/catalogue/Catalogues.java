package io.crosscare.settlement.catalogue;

import io.crosscare.chassis.region.RegionCode;
import java.time.LocalDate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The published catalogues. Nothing is ever changed or removed: a correction is another version. */
public interface Catalogues {

    /** Publishes a document that {@link CatalogueReader} accepts; publishing the same content again changes nothing. */
    Mono<PublishedCatalogue> publish(String document);

    /**
     * The catalogue in force for a region on a day: its own, else its city's, else its province's; empty when none of them
     * has one. Of several the one effective last counts, and of those the one published last.
     */
    Mono<PublishedCatalogue> find(RegionCode region, LocalDate on);

    /** As {@link #find}, without the items. */
    Mono<CatalogueVersion> findVersion(RegionCode region, LocalDate on);

    /** The catalogue a settlement was computed with. */
    Mono<PublishedCatalogue> byHash(String hash);

    /** As {@link #byHash}, without the items. */
    Mono<CatalogueVersion> version(String hash);

    /** All, by region and first day, without their items. */
    Flux<CatalogueVersion> versions();
}
