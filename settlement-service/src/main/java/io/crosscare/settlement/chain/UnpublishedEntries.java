package io.crosscare.settlement.chain;

import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.Unpublished;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Port to the markers that name entries whose events have not been published: the visit, or the intent (design.md §3.4). */
public interface UnpublishedEntries {

    Flux<Unpublished> unpublished(int limit);

    /** Forgets the entries as unpublished, each by itself; forgetting one twice changes nothing. */
    Mono<Void> published(List<Published> entries);

    /**
     * An entry whose event is published.
     *
     * @param traceparent as {@link #unpublished} told it
     */
    record Published(Entry entry, @Nullable String traceparent) {}

    /**
     * Counts as unpublished every entry the markers still know of. That always includes the last entry of each chain; a
     * settlement that was undone lies before its undo, where consumers see the gap and fetch it.
     */
    Mono<Void> allUnpublished();
}
