package io.crosscare.settlement.policy.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.mongo.DuplicateKey;
import io.crosscare.chassis.mongo.Index;
import io.crosscare.settlement.policy.PolicyProposal;
import io.crosscare.settlement.policy.PolicyProposal.State;
import io.crosscare.settlement.policy.PolicyProposals;
import java.util.Comparator;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link PolicyProposals} as one document each; the id and a unique index decide who is first. */
public final class MongoPolicyProposals implements PolicyProposals {

    private static final String COLLECTION = "policy_proposals";
    private static final String ID = "_id";
    private static final String STATE = "state";
    private static final String REQUEST_KEY = "requestKey";

    private final MongoCollection<PolicyProposalDocument> proposals;

    public MongoPolicyProposals(MongoDatabase database) {
        this.proposals = database.getCollection(COLLECTION, PolicyProposalDocument.class);
    }

    public static List<Index> indexes() {
        return List.of(Index.unique(COLLECTION, REQUEST_KEY), Index.on(COLLECTION, STATE));
    }

    @Override
    public Mono<Boolean> add(PolicyProposal proposal, String requestKey) {
        return Mono.from(proposals.insertOne(PolicyProposalDocument.of(proposal, requestKey)))
                .thenReturn(true)
                .onErrorResume(DuplicateKey::isIn, _ -> Mono.just(false));
    }

    @Override
    public Mono<PolicyProposal> find(String hash) {
        return one(Filters.eq(ID, hash)).map(PolicyProposalDocument::toProposal);
    }

    @Override
    public Mono<PolicyProposal> byRequest(String requestKey) {
        return one(Filters.eq(REQUEST_KEY, requestKey)).map(PolicyProposalDocument::toProposal);
    }

    /** There are a handful for each region and year, so that looking at all of them is cheap. */
    @Override
    public Flux<PolicyProposal> all() {
        return Flux.from(proposals.find())
                .map(PolicyProposalDocument::toProposal)
                .sort(Comparator.comparing(PolicyProposal::proposedAt)
                        .reversed()
                        .thenComparing(PolicyProposal::hash));
    }

    @Override
    public Flux<PolicyProposal> inState(State state) {
        return Flux.from(proposals.find(Filters.eq(STATE, state.name()))).map(PolicyProposalDocument::toProposal);
    }

    @Override
    public Mono<Boolean> replace(PolicyProposal next, State before) {
        return one(Filters.eq(ID, next.hash()))
                .flatMap(stored -> Mono.from(proposals.replaceOne(
                        new Document(ID, next.hash()).append(STATE, before.name()),
                        PolicyProposalDocument.of(next, stored.requestKey()))))
                .map(result -> result.getMatchedCount() == 1)
                .defaultIfEmpty(false);
    }

    private Mono<PolicyProposalDocument> one(Bson filter) {
        return Mono.from(proposals.find(filter).limit(1));
    }
}
