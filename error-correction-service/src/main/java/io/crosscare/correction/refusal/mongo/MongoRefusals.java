package io.crosscare.correction.refusal.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.mongo.DuplicateKey;
import io.crosscare.correction.refusal.Refusals;
import io.crosscare.correction.refusal.model.Refusal;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Refusals by their own id: the store itself takes each one once. */
public final class MongoRefusals implements Refusals {

    public static final String COLLECTION = "refusals";

    private final MongoCollection<RefusalDocument> refusals;

    public MongoRefusals(MongoDatabase database) {
        this.refusals = database.getCollection(COLLECTION, RefusalDocument.class);
    }

    @Override
    public Mono<Boolean> keep(Refusal refusal) {
        return Mono.from(refusals.insertOne(RefusalDocument.of(refusal)))
                .thenReturn(true)
                .onErrorResume(DuplicateKey::isIn, _ -> Mono.just(false));
    }

    @Override
    public Flux<Refusal> of(PersonId person) {
        return Flux.from(refusals.find(Filters.eq("personId", person.value()))).map(RefusalDocument::toRefusal);
    }
}
