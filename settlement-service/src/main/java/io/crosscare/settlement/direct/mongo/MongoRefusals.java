package io.crosscare.settlement.direct.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.mongo.DuplicateKey;
import io.crosscare.chassis.mongo.Index;
import io.crosscare.chassis.observability.Arrival;
import io.crosscare.chassis.observability.Traces;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.direct.Refusals;
import io.crosscare.settlement.direct.model.RefusedSettlement;
import io.crosscare.settlement.direct.mongo.RefusalDocument.Origin;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** {@link Refusals}: the place in the person's sequence is part of {@code _id}, so that each is taken once. */
public final class MongoRefusals implements Refusals {

    private static final String REFUSALS = "refusals";
    private static final int ATTEMPTS_MAX = 8;
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final MongoCollection<RefusalDocument> refusals;
    private final Traces traces;

    public MongoRefusals(MongoDatabase database, Traces traces) {
        this.refusals = database.getCollection(REFUSALS, RefusalDocument.class);
        this.traces = traces;
    }

    public static List<Index> indexes() {
        return List.of(Index.on(REFUSALS, "p"), Index.on(REFUSALS, "keyHash"), Index.on(REFUSALS, "pending"));
    }

    @Override
    public Mono<Void> record(RefusedSettlement refused) {
        return Mono.deferContextual(context -> {
                    Origin origin = new Origin(
                            traces.traceId(),
                            traces.traceparent(),
                            Arrival.in(context).orElse(null));
                    return lastSeq(refused.person()).map(last -> RefusalDocument.of(refused, last + 1, origin));
                })
                .flatMap(document -> Mono.from(refusals.insertOne(document)))
                .retryWhen(Retry.backoff(ATTEMPTS_MAX - 1, PAUSE).jitter(0.75).filter(DuplicateKey::isIn))
                .then();
    }

    private Mono<Long> lastSeq(PersonId person) {
        return Mono.from(refusals.find(Filters.eq("p", person.value()))
                        .sort(Sorts.descending("s"))
                        .limit(1))
                .map(RefusalDocument::s)
                .defaultIfEmpty(0L);
    }

    @Override
    public Mono<RefusedSettlement> last(PersonId person, Key key) {
        Document underKey = new Document("keyHash", key.hash().value()).append("p", person.value());
        return Mono.from(refusals.find(underKey).sort(Sorts.descending("s")).limit(1))
                .map(RefusalDocument::toStored)
                .map(StoredRefusal::refused);
    }

    @Override
    public Flux<StoredRefusal> unpublished(int limit) {
        return Flux.from(refusals.find(Filters.eq("pending", true))
                        .sort(Sorts.ascending("p", "s"))
                        .limit(limit))
                .map(RefusalDocument::toStored);
    }

    @Override
    public Mono<Void> published(String id) {
        return Mono.from(refusals.updateOne(Filters.eq("_id", id), Updates.set("pending", false)))
                .then();
    }

    @Override
    public Mono<Void> allUnpublished() {
        return Mono.from(refusals.updateMany(Filters.eq("pending", false), Updates.set("pending", true)))
                .then();
    }
}
