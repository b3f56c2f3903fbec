package io.crosscare.registry.mongo;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.mongo.DuplicateKey;
import io.crosscare.chassis.mongo.Index;
import io.crosscare.chassis.mongo.Indexes;
import io.crosscare.registry.directory.Register;
import io.crosscare.registry.model.Agency;
import io.crosscare.registry.model.ConnectivityRow;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * A register in one collection, a document per record. Each write is one document guarded by its version.
 */
public final class MongoRegister<T, D extends VersionedDocument> extends PublishedCollection<T, D>
        implements Register<T> {

    private static final int ATTEMPTS_MAX = 8;

    private final MongoCollection<D> collection;
    private final RegisterForm<T, D> form;
    private final Clock clock;

    private MongoRegister(MongoDatabase database, RegisterForm<T, D> form, Clock clock) {
        this(database.getCollection(form.collection(), form.documentType()), form, clock);
    }

    private MongoRegister(MongoCollection<D> collection, RegisterForm<T, D> form, Clock clock) {
        super(collection, form);
        this.collection = collection;
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
    public Mono<Boolean> put(T record) {
        return Mono.defer(() -> attempt(record))
                .repeatWhenEmpty(turns -> turns.take(ATTEMPTS_MAX - 1L))
                .switchIfEmpty(
                        Mono.error(() -> new IllegalStateException(form.idOf(record) + " changes all the time")));
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
}
