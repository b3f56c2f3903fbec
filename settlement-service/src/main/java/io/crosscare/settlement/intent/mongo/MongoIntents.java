package io.crosscare.settlement.intent.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.mongo.DuplicateKey;
import io.crosscare.chassis.mongo.Index;
import io.crosscare.settlement.chain.model.AccountCredit;
import io.crosscare.settlement.chain.model.Closing;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.External;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.Opening;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.Undo;
import io.crosscare.settlement.chain.model.Unpublished;
import io.crosscare.settlement.chain.model.VoidedKey;
import io.crosscare.settlement.intent.Intents;
import io.crosscare.settlement.intent.model.Intent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link Intents} as one document each, under person and key. */
public final class MongoIntents implements Intents {

    static final String INTENTS = "intents";
    private static final String STATE = "state";
    private static final String AT = "at";

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
                        _ -> byId(document.id())
                                .flatMap(present -> present.isStopped()
                                        ? replace(present, document)
                                                .flatMap(isReplaced -> isReplaced ? Mono.just(intent) : open(intent))
                                        : Mono.just(present.toIntent())));
    }

    private Mono<Boolean> replace(IntentDocument stopped, IntentDocument next) {
        Document present =
                new Document("_id", stopped.id()).append(STATE, stopped.state()).append(AT, stopped.at());
        return Mono.from(intents.replaceOne(present, next)).map(result -> result.getMatchedCount() == 1);
    }

    @Override
    public Mono<Void> fulfilled(Intent intent, Entry entry) {
        String state = intent.key().equals(intentKeyOf(entry)) ? IntentDocument.RECORDED : IntentDocument.ANSWERED;
        // One that another process has stopped meanwhile has been carried out after all.
        Document notYet = new Document("_id", IntentDocument.idOf(intent.person(), intent.key()))
                .append(STATE, new Document("$in", List.of(IntentDocument.OPEN, IntentDocument.STOPPED)));
        return Mono.from(intents.updateOne(
                        notYet,
                        Updates.combine(
                                Updates.set(STATE, state),
                                Updates.set("entry", entry.id().value()))))
                .then();
    }

    @Override
    public Mono<Void> stopped(Intent intent) {
        Document whileOpen = new Document("_id", IntentDocument.idOf(intent.person(), intent.key()))
                .append(STATE, IntentDocument.OPEN)
                .append(AT, intent.at());
        return Mono.from(intents.updateOne(whileOpen, Updates.set(STATE, IntentDocument.STOPPED)))
                .then();
    }

    @Override
    public Mono<Optional<EntryId>> find(PersonId person, Key key) {
        return byId(IntentDocument.idOf(person, key))
                .map(document -> Optional.ofNullable(document.entry()).map(EntryId::parse));
    }

    @Override
    public Flux<Intent> openSince(Instant before, int limit) {
        return Flux.from(intents.find(Filters.eq(STATE, IntentDocument.OPEN)))
                .filter(document -> document.at().isBefore(before))
                .take(limit)
                .map(IntentDocument::toIntent);
    }

    @Override
    public Flux<Unpublished> unpublished(int limit) {
        return Flux.from(
                        intents.find(Filters.eq(STATE, IntentDocument.RECORDED)).limit(limit))
                .mapNotNull(IntentDocument::toUnpublished);
    }

    @Override
    public Mono<Void> published(List<Published> entries) {
        List<UpdateOneModel<IntentDocument>> updates = entries.stream()
                .map(Published::entry)
                .<UpdateOneModel<IntentDocument>>mapMulti((entry, found) -> {
                    Key key = intentKeyOf(entry);
                    if (key != null) {
                        found.accept(published(entry.link().person(), key));
                    }
                })
                .toList();
        return updates.isEmpty()
                ? Mono.empty()
                : Mono.from(intents.bulkWrite(updates)).then();
    }

    private static UpdateOneModel<IntentDocument> published(PersonId person, Key key) {
        return new UpdateOneModel<>(
                Filters.eq("_id", IntentDocument.idOf(person, key)), Updates.set(STATE, IntentDocument.PUBLISHED));
    }

    @Override
    public Mono<Void> allUnpublished() {
        return Mono.from(intents.updateMany(
                        Filters.eq(STATE, IntentDocument.PUBLISHED), Updates.set(STATE, IntentDocument.RECORDED)))
                .then();
    }

    /** Of the intent that wrote the entry; null for a first settlement, which no intent writes. */
    private static @Nullable Key intentKeyOf(Entry entry) {
        return switch (entry) {
            case Opening opening -> opening.key();
            case AccountCredit credit -> credit.key();
            case External external -> external.callerKey();
            case Closing closing -> closing.key();
            case Undo undo -> undo.callerKey();
            case VoidedKey voided -> voided.callerKey();
            case Settlement settlement ->
                settlement.replaced() == null ? null : settlement.replaced().callerKey();
        };
    }

    private Mono<IntentDocument> byId(String id) {
        return Mono.from(intents.find(Filters.eq("_id", id)));
    }
}
