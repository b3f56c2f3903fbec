package io.crosscare.settlement.replay;

import io.crosscare.settlement.replay.model.PolicyReplay;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Port to the replays. One runs at a time, whichever instance runs it. */
public interface PolicyReplays {

    /**
     * Begins it; false where one runs or the request's key is taken.
     *
     * @param requestKey who asks and under which key
     */
    Mono<Boolean> begin(PolicyReplay replay, String requestKey);

    Mono<PolicyReplay> find(String id);

    Mono<PolicyReplay> byRequest(String requestKey);

    /** The one that is stored as running, whether it still does or not. */
    Mono<PolicyReplay> running();

    /** The latest first, at most so many. */
    Flux<PolicyReplay> latest(int limit);

    /** Says how far it has come, or how it ended; false where it is not stored as running any more, and nothing changes. */
    Mono<Boolean> say(PolicyReplay replay);
}
