package io.crosscare.settlement.policy;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.PersonType;
import java.time.LocalDate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The published policies. Nothing is ever changed or removed: a correction is another pack with the same range. */
public interface PolicyPacks {

    /** Publishes a document that {@link PolicyReader} accepts; publishing the same content again changes nothing. */
    Mono<PublishedPolicy> publish(String document);

    /**
     * The policy for a person of a region on a day; empty when there is none. Of several the one with the latest first day
     * counts, and of those the one published last.
     */
    Mono<PublishedPolicy> find(RegionCode region, PersonType personType, LocalDate on);

    /** The policy a settlement was computed with. */
    Mono<PublishedPolicy> byHash(String hash);

    /** All, by region, plan and first day. */
    Flux<PublishedPolicy> all();
}
