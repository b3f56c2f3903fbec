package io.crosscare.settlement.policy;

import io.crosscare.settlement.policy.PolicyProposal.State;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Proposals for tests, kept to the same contract as the store's. */
public final class InMemoryPolicyProposals implements PolicyProposals {

    private final Map<String, PolicyProposal> byHash = new ConcurrentHashMap<>();
    private final Map<String, String> hashByRequest = new ConcurrentHashMap<>();

    @Override
    public synchronized Mono<Boolean> add(PolicyProposal proposal, String requestKey) {
        if (byHash.containsKey(proposal.hash()) || hashByRequest.containsKey(requestKey)) {
            return Mono.just(false);
        }
        byHash.put(proposal.hash(), proposal);
        hashByRequest.put(requestKey, proposal.hash());
        return Mono.just(true);
    }

    @Override
    public Mono<PolicyProposal> find(String hash) {
        return Mono.fromSupplier(() -> byHash.get(hash));
    }

    @Override
    public Mono<PolicyProposal> byRequest(String requestKey) {
        return Mono.fromSupplier(() -> hashByRequest.get(requestKey)).flatMap(this::find);
    }

    @Override
    public Flux<PolicyProposal> all() {
        return Flux.fromIterable(List.copyOf(byHash.values()))
                .sort(Comparator.comparing(PolicyProposal::proposedAt).reversed());
    }

    @Override
    public Flux<PolicyProposal> inState(State state) {
        return all().filter(proposal -> proposal.state() == state);
    }

    @Override
    public synchronized Mono<Boolean> replace(PolicyProposal next, State before) {
        PolicyProposal stored = byHash.get(next.hash());
        boolean isReplaced = stored != null && stored.state() == before;
        if (isReplaced) {
            byHash.put(next.hash(), next);
        }
        return Mono.just(isReplaced);
    }
}
