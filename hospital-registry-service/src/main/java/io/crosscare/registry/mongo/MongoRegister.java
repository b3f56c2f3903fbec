package io.crosscare.registry.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.event.PendingEvent;
import io.crosscare.chassis.event.StateOutbox;
import io.crosscare.chassis.event.Topic;
import io.crosscare.chassis.mongo.DuplicateKey;
import io.crosscare.chassis.mongo.Index;
import io.crosscare.chassis.mongo.Indexes;
import io.crosscare.registry.directory.Register;
import io.crosscare.registry.model.Agency;
import io.crosscare.registry.model.ConnectivityRow;
import io.crosscare.registry.model.Versioned;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A register in one collection, a document per record. Each write is one document guarded by its version; the document
 * itself remembers that this version is still to be published, so no fact is stored and then forgotten.
 */
public final class MongoRegister<T, D extends VersionedDocument> implements Register<T>, StateOutbox {

    private static final String ID = "_id";
    private static final String VERSION = "version";
    private static final String PENDING = "pending";
    private static final int ATTEMPTS_MAX = 8;

    private final MongoCollection<D> collection;
    private final RegisterForm<T, D> form;
    private final Clock clock;

    private MongoRegister(MongoDatabase database, RegisterForm<T, D> form, Clock clock) {
        this.collection = database.getCollection(form.collection(), form.documentType());
        this.form = form;
        this.clock = clock;
    }

    public static MongoRegister<Agency, ?> ofAgencies(MongoDatabase database, Clock clock) {
        return new MongoRegister<>(database, new AgencyForm(), clock);
    }

    public static MongoRegister<ConnectivityRow, ?> ofConnectivity(MongoDatabase database, Clock clock) {
        return new MongoRegister<>(database, new ConnectivityForm(), clock);
    }

    /** All indexes of the service. */
    public static Indexes indexes() {
        List<Index> all = new ArrayList<>(MongoInstitutions.indexes().all());
        all.addAll(MongoUploads.indexes().all());
        all.add(Index.on(AgencyForm.COLLECTION, PENDING));
        all.add(Index.on(ConnectivityForm.COLLECTION, PENDING));
        return new Indexes(all);
    }

    @Override
    public Mono<Versioned<T>> find(String id) {
        return findDocument(id).map(this::read);
    }

    @Override
    public Flux<Versioned<T>> after(@Nullable String id) {
        return Flux.from(documentsAfter(id)).map(this::read);
    }

    @Override
    public Mono<Boolean> put(T record) {
        return Mono.defer(() -> attempt(record))
                .repeatWhenEmpty(turns -> turns.take(ATTEMPTS_MAX - 1L))
                .switchIfEmpty(
                        Mono.error(() -> new IllegalStateException(form.idOf(record) + " changes all the time")));
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

    private FindPublisher<D> documentsAfter(@Nullable String id) {
        return collection
                .find(id == null ? Filters.empty() : Filters.gt(ID, id))
                .sort(Sorts.ascending(ID));
    }

    /** Empty when somebody else was faster. */
    private Mono<Boolean> attempt(T record) {
        return findDocument(form.idOf(record))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(present -> present.isPresent() ? replace(present.get(), record) : insert(record));
    }

    private Mono<Boolean> insert(T record) {
        return Mono.from(collection.insertOne(form.write(record, 1, clock.instant())))
                .map(_ -> true)
                .onErrorResume(DuplicateKey::isIn, _ -> Mono.empty());
    }

    private Mono<Boolean> replace(D present, T record) {
        if (form.read(present).equals(record)) {
            return Mono.just(false);
        }
        D next = form.write(record, present.version() + 1, clock.instant());
        return Mono.from(collection.replaceOne(at(present.id(), present.version()), next))
                .filter(result -> result.getMatchedCount() == 1)
                .map(_ -> true);
    }

    private Mono<D> findDocument(String id) {
        return Mono.from(collection.find(Filters.eq(ID, id)).first());
    }

    private Versioned<T> read(D document) {
        return new Versioned<>(form.read(document), document.version());
    }

    private static Document at(String id, long version) {
        return new Document(ID, id).append(VERSION, version);
    }
}
