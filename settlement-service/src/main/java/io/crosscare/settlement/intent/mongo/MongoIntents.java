package io.crosscare.settlement.account.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.mongo.DuplicateKey;
import io.crosscare.chassis.mongo.Index;
import io.crosscare.settlement.account.Intents;
import io.crosscare.settlement.account.model.Intent;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.Settlement;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link Intents} as one document each, under person and key. */
public final class MongoIntents implements Intents {

    private static final String INTENTS = "intents";
    private static final String STATE = "state";

    private final MongoCollection<IntentDocument> intents;

    public MongoIntents(MongoDatabase database) {
        this.intents = database.getCollection(INTENTS, IntentDocument.class);
    }

    public static List<Index> indexes() {
        return List.of(Index.on(INTENTS, STATE));
    }

    @Override
    public Mono<Intent> open(Intent intent) {
        IntentDocument document = IntentDocument.of(intent);
        return Mono.from(intents.insertOne(document))
                .thenReturn(intent)
                .onErrorResume(
                        DuplicateKey::isIn,
                        _ -> Mono.from(intents.find(Filters.eq("_id", document.id())))
                                .map(IntentDocument::toIntent));
    }

    @Override
    public Mono<Void> recorded(Entry entry) {
        return Mono.from(intents.updateOne(
                        Filters.eq("_id", idOf(entry)),
                        Updates.combine(
                                Updates.set(STATE, IntentDocument.RECORDED),
                                Updates.set("entry", entry.id().value()))))
                .then();
    }

    @Override
    public Flux<Intent> openSince(Instant before, int limit) {
        return Flux.from(intents.find(Filters.eq(STATE, IntentDocument.OPEN)))
                .filter(document -> document.at().isBefore(before))
                .take(limit)
                .map(IntentDocument::toIntent);
    }

    @Override
    public Flux<EntryId> unpublished(int limit) {
        return Flux.from(
                        intents.find(Filters.eq(STATE, IntentDocument.RECORDED)).limit(limit))
                .mapNotNull(IntentDocument::entry)
                .map(EntryId::parse);
    }

    @Override
    public Mono<Void> published(Entry entry) {
        if (entry instanceof Settlement) {
            return Mono.empty();
        }
        return Mono.from(
                        intents.updateOne(Filters.eq("_id", idOf(entry)), Updates.set(STATE, IntentDocument.PUBLISHED)))
                .then();
    }

    private static String idOf(Entry entry) {
        return IntentDocument.idOf(entry.link().person(), entry.key());
    }
}
