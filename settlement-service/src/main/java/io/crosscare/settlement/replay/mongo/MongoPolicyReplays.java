package io.crosscare.settlement.replay.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.mongo.DuplicateKey;
import io.crosscare.chassis.mongo.Index;
import io.crosscare.settlement.replay.PolicyReplays;
import io.crosscare.settlement.replay.model.PolicyReplay;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link PolicyReplays} as one document each; a unique place keeps it at one that runs. */
public final class MongoPolicyReplays implements PolicyReplays {

    private static final String COLLECTION = "policy_replays";
    private static final String ID = "_id";
    private static final String PLACE = "place";
    private static final String REQUEST_KEY = "requestKey";

    private final MongoCollection<PolicyReplayDocument> replays;

    public MongoPolicyReplays(MongoDatabase database) {
        this.replays = database.getCollection(COLLECTION, PolicyReplayDocument.class);
    }

    public static List<Index> indexes() {
        return List.of(Index.unique(COLLECTION, REQUEST_KEY), Index.unique(COLLECTION, PLACE));
    }

    @Override
    public Mono<Boolean> begin(PolicyReplay replay, String requestKey) {
        return Mono.from(replays.insertOne(PolicyReplayDocument.of(replay, requestKey)))
                .thenReturn(true)
                .onErrorResume(DuplicateKey::isIn, _ -> Mono.just(false));
    }

    @Override
    public Mono<PolicyReplay> find(String id) {
        return one(Filters.eq(ID, id)).map(PolicyReplayDocument::toReplay);
    }

    @Override
    public Mono<PolicyReplay> byRequest(String requestKey) {
        return one(Filters.eq(REQUEST_KEY, requestKey)).map(PolicyReplayDocument::toReplay);
    }

    @Override
    public Mono<PolicyReplay> running() {
        return one(Filters.eq(PLACE, PolicyReplayDocument.RUNNING)).map(PolicyReplayDocument::toReplay);
    }

    /** People ask for a handful a year, so that looking at all of them is cheap. */
    @Override
    public Flux<PolicyReplay> latest(int limit) {
        return Flux.from(replays.find().sort(Sorts.descending("startedAt")).limit(limit))
                .map(PolicyReplayDocument::toReplay);
    }

    @Override
    public Mono<Boolean> say(PolicyReplay replay) {
        Bson whileItRuns = new Document(ID, replay.id()).append(PLACE, PolicyReplayDocument.RUNNING);
        return one(whileItRuns)
                .flatMap(stored -> Mono.from(
                        replays.replaceOne(whileItRuns, PolicyReplayDocument.of(replay, stored.requestKey()))))
                .map(result -> result.getMatchedCount() == 1)
                .defaultIfEmpty(false);
    }

    private Mono<PolicyReplayDocument> one(Bson filter) {
        return Mono.from(replays.find(filter).limit(1));
    }
}
