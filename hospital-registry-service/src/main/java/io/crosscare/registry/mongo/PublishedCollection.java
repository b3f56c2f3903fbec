package io.crosscare.registry.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.crosscare.chassis.event.PendingEvent;
import io.crosscare.chassis.event.StateOutbox;
import io.crosscare.chassis.event.Topic;
import io.crosscare.registry.model.Versioned;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The records of one register as they are read and published: each document remembers that its version is still to be
 * published, so no fact is stored and then forgotten. How they are written is the register's own.
 */
abstract class PublishedCollection<T, D extends VersionedDocument> implements StateOutbox {

    static final String ID = "_id";
    static final String VERSION = "version";
    static final String PENDING = "pending";

    private final MongoCollection<D> collection;
    private final RegisterForm<T, D> form;

    PublishedCollection(MongoCollection<D> collection, RegisterForm<T, D> form) {
        this.collection = collection;
        this.form = form;
    }

    public Mono<Versioned<T>> find(String id) {
        return findDocument(id).map(this::read);
    }

    public Flux<Versioned<T>> after(@Nullable String id) {
        return Flux.from(documentsAfter(id)).map(this::read);
    }

    @Override
    public Topic topic() {
        return form.topic();
    }

    @Override
    public Flux<PendingEvent> pending(int limit) {
        return Flux.from(collection.find(Filters.eq(PENDING, true)).limit(limit))
                .map(form::eventOf);
    }

    @Override
    public Mono<Void> markPublished(PendingEvent event) {
        return Mono.from(collection.updateOne(at(event.key(), event.version()), Updates.set(PENDING, false)))
                .then();
    }

    @Override
    public Mono<Void> publishAgain() {
        return Mono.from(collection.updateMany(Filters.eq(PENDING, false), Updates.set(PENDING, true)))
                .then();
    }

    @Override
    public Flux<PendingEvent> stored(@Nullable String after, int limit) {
        return Flux.from(documentsAfter(after).limit(limit)).map(form::eventOf);
    }

    @Override
    public Mono<PendingEvent> stored(String key) {
        return findDocument(key).map(form::eventOf);
    }

    Mono<D> findDocument(String id) {
        return Mono.from(collection.find(Filters.eq(ID, id)).first());
    }

    Versioned<T> read(D document) {
        return new Versioned<>(form.read(document), document.version());
    }

    static Document at(String id, long version) {
        return new Document(ID, id).append(VERSION, version);
    }

    private FindPublisher<D> documentsAfter(@Nullable String id) {
        return collection
                .find(id == null ? Filters.empty() : Filters.gt(ID, id))
                .sort(Sorts.ascending(ID));
    }
}
