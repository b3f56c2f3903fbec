package io.crosscare.filing.lodging;

import io.crosscare.chassis.feed.Feed;
import io.crosscare.filing.lodging.model.FilingVersion;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Port to the one sequence of the changes of all filings, numbered from 1 without gaps; each version has one place in it. */
public interface FilingFeed extends Feed.Sequence<FilingFeed.Recorded> {

    /**
     * A change with its place.
     *
     * @param seq from 1, without gaps
     */
    record Recorded(long seq, FilingVersion filing) {}

    /** Adds a version at the end; false where it has its place already. */
    Mono<Boolean> tell(FilingVersion version);

    @Override
    Flux<Recorded> following(long seq, int limit);
}
