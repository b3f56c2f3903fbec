package io.crosscare.settlement.direct;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.direct.model.RefusedSettlement;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Port to the refusals: beside the chain, with a sequence of their own per person, each to be published once. */
public interface Refusals {

    /**
     * Stores the refusal as the person's next, with the trace and the arrival of the request it answers. It does not use up
     * the caller's key.
     */
    Mono<Void> record(RefusedSettlement refused);

    /** The last refusal under a key; empty where there is none. */
    Mono<RefusedSettlement> last(PersonId person, Key key);

    Flux<StoredRefusal> unpublished(int limit);

    Mono<Void> published(String id);

    /** Counts every refusal as unpublished. */
    Mono<Void> allUnpublished();

    /**
     * A stored refusal.
     *
     * @param seq dense per person, from 1
     * @param traceId of the request that was refused; null outside a trace
     * @param door of the gateway through which that request came; null, as is the next, where none came through it
     * @param receivedAt when the gateway had the request
     */
    record StoredRefusal(
            String id,
            long seq,
            RefusedSettlement refused,
            @Nullable String traceId,
            @Nullable String traceparent,
            @Nullable String door,
            @Nullable Instant receivedAt) {}
}
