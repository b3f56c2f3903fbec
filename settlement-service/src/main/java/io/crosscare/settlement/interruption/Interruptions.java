package io.crosscare.settlement.interruption;

import io.crosscare.settlement.chain.model.VisitId;
import io.crosscare.settlement.interruption.model.Interruption;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Port to the interruptions: each to be published once, with a sequence of their own per person. */
public interface Interruptions {

    /**
     * Stores the interruption as the person's next, with the arrival of the request it stopped; false, and nothing is stored,
     * where the last of the same scope and cause tells it already. Of several at once one is stored.
     */
    Mono<Boolean> record(Interruption interruption);

    /** The last of a registration that was stopped, by the name it was given; empty where there is none. */
    Mono<Interruption> ofRegistration(VisitId name);

    Flux<StoredInterruption> unpublished(int limit);

    Mono<Void> published(String id);

    /** Counts every interruption as unpublished. */
    Mono<Void> allUnpublished();

    /**
     * A stored interruption.
     *
     * @param seq dense per person, from 1
     * @param door of the gateway through which the request came; null, as is the next, where none came through it
     * @param receivedAt when the gateway had the request
     */
    record StoredInterruption(
            String id,
            long seq,
            Interruption interruption,
            @Nullable String door,
            @Nullable Instant receivedAt) {}
}
