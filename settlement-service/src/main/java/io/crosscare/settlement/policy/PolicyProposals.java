package io.crosscare.settlement.policy;

import io.crosscare.settlement.policy.PolicyProposal.State;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Port to the proposals, each once under its hash and once under the key of its request. */
public interface PolicyProposals {

    /** Adds it; false where its hash or the request's key is taken. */
    Mono<Boolean> add(PolicyProposal proposal, String requestKey);

    Mono<PolicyProposal> find(String hash);

    Mono<PolicyProposal> byRequest(String requestKey);

    /** All of them, the latest first; a region makes a handful. */
    Flux<PolicyProposal> all();

    Flux<PolicyProposal> inState(State state);

    /** Puts the proposal in the place of what is stored, as long as that is still in the given state. */
    Mono<Boolean> replace(PolicyProposal next, State before);
}
