package io.crosscare.filing.lodging;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.FilingId;
import io.crosscare.filing.lodging.model.FilingState;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Port to the filings. Those of one person are numbered from 1 without gaps, so that two cannot be added unseen by each other. */
public interface Filings {

    /** What became of an addition. */
    enum Adding {
        ADDED,
        /** Another filing was lodged under the same key. */
        KEY_TAKEN,
        /** Another filing of the person was added since they were read. */
        NUMBER_TAKEN
    }

    /**
     * The request by which a filing was lodged, both parts as keyed hashes.
     *
     * @param key of the caller, unique for ever
     * @param content what the request said
     */
    record Receipt(String key, String content) {}

    /** A filing and the request by which it was lodged. */
    record Receipted(Filing filing, Receipt receipt) {}

    /** A filing whose latest version is not known to be published, with the trace that made it. */
    record Unpublished(Filing filing, @Nullable String traceparent) {}

    /**
     * Which filings are asked for, in the order of their ids.
     *
     * @param insuredRegions those the caller may see
     * @param after the last id of the page before
     */
    record Query(
            Set<RegionCode> insuredRegions,
            @Nullable PersonId personId,
            @Nullable RegionCode careRegion,
            @Nullable FilingState state,
            @Nullable FilingId after,
            int limit) {

        public Query {
            insuredRegions = Set.copyOf(insuredRegions);
        }
    }

    Mono<Filing> find(FilingId id);

    Mono<Receipted> findByKey(String key);

    Mono<List<Filing>> ofPerson(PersonId personId);

    Flux<Filing> list(Query query);

    /**
     * At most so many filings, whosever they are, in the order of their ids.
     *
     * @param after the id before; null from the first on
     */
    Flux<Filing> all(@Nullable FilingId after, int limit);

    /**
     * Adds a filing, all or nothing.
     *
     * @param number one more than the filings the person had when they were read
     */
    Mono<Adding> add(Filing filing, int number, Receipt receipt);

    Flux<Unpublished> unpublished(int limit);

    /** Forgets the filing as unpublished, unless a later version has taken its place. */
    Mono<Void> markPublished(FilingId id, long version);

    /** Counts every filing as unpublished. */
    Mono<Void> markAllUnpublished();
}
