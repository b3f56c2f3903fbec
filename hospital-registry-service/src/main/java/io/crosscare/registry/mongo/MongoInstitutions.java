package io.crosscare.registry.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.mongo.DenseSequence;
import io.crosscare.chassis.mongo.DuplicateKey;
import io.crosscare.chassis.mongo.Index;
import io.crosscare.chassis.mongo.Indexes;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.registry.directory.Institutions;
import io.crosscare.registry.model.CapabilityBook;
import io.crosscare.registry.model.ChangeKind;
import io.crosscare.registry.model.Institution;
import io.crosscare.registry.model.InstitutionChange;
import io.crosscare.registry.model.InstitutionDifference;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Institutions in one collection, their changes in another. The insert of a change decides every race: for its place in the
 * sequence by its id, for its receipt and for the institution's next version by two unique indexes. The institution's document
 * follows, and is brought up by whoever finds it behind.
 */
public final class MongoInstitutions extends PublishedCollection<Institution, InstitutionDocument>
        implements Institutions {

    private static final String CHANGES = "institution_changes";
    private static final String CODE = "code";
    private static final String APPLIED = "applied";
    private static final String RECEIPT = "receiptKey";
    private static final String SEED = "shipped";
    private static final int ATTEMPTS_MAX = 64;
    private static final int CATCH_UP_BATCH = 200;

    private final MongoCollection<InstitutionDocument> institutions;
    private final MongoCollection<ChangeDocument> changes;
    private final DenseSequence<ChangeDocument> sequence;
    private final InstitutionForm form;
    private final Clock clock;

    public MongoInstitutions(MongoDatabase database, CapabilityBook kinds, Clock clock) {
        this(
                database,
                database.getCollection(InstitutionForm.COLLECTION, InstitutionDocument.class),
                new InstitutionForm(kinds),
                clock);
    }

    private MongoInstitutions(
            MongoDatabase database,
            MongoCollection<InstitutionDocument> institutions,
            InstitutionForm form,
            Clock clock) {
        super(institutions, form);
        this.institutions = institutions;
        this.changes = database.getCollection(CHANGES, ChangeDocument.class);
        this.sequence = new DenseSequence<>(changes, ChangeDocument::seq);
        this.form = form;
        this.clock = clock;
    }

    static Indexes indexes() {
        return new Indexes(List.of(
                Index.on(InstitutionForm.COLLECTION, PENDING),
                Index.unique(CHANGES, CODE, VERSION),
                Index.unique(CHANGES, RECEIPT),
                Index.on(CHANGES, CODE),
                Index.on(CHANGES, APPLIED)));
    }

    @Override
    public Mono<Boolean> put(Institution shipped) {
        return Mono.defer(() -> attempt(shipped))
                .repeatWhenEmpty(turns -> turns.take(ATTEMPTS_MAX - 1L))
                .switchIfEmpty(Mono.error(() -> new IllegalStateException(shipped.code() + " changes all the time")));
    }

    /** Empty when somebody else was faster. */
    private Mono<Boolean> attempt(Institution shipped) {
        return findDocument(shipped.code().value())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(present -> isToBeLeftAlone(present, shipped)
                        ? Mono.just(false)
                        : record(ofSeed(present, shipped), seedReceipt(present, shipped))
                                .mapNotNull(recording -> recording instanceof Recording.MovedOn ? null : true));
    }

    /** What a keeper has changed, and what is so already and has its place in the sequence. */
    private boolean isToBeLeftAlone(Optional<InstitutionDocument> present, Institution shipped) {
        return present.filter(document -> Boolean.TRUE.equals(document.kept())
                        || (Boolean.FALSE.equals(document.kept())
                                && form.read(document).equals(shipped)))
                .isPresent();
    }

    private InstitutionChange ofSeed(Optional<InstitutionDocument> present, Institution shipped) {
        Institution before = present.map(form::read).orElse(null);
        return new InstitutionChange(
                present.isPresent() ? ChangeKind.CHANGED : ChangeKind.RECORDED,
                shipped,
                present.map(InstitutionDocument::version).orElse(0L) + 1,
                InstitutionDifference.between(before, shipped),
                LocalDate.ofInstant(clock.instant(), ChinaTime.ZONE),
                SEED,
                SEED,
                null,
                clock.instant());
    }

    private static Receipt seedReceipt(Optional<InstitutionDocument> present, Institution shipped) {
        long version = present.map(InstitutionDocument::version).orElse(0L) + 1;
        String key = SEED + "/" + shipped.code().value() + "/" + version;
        return new Receipt(key, key);
    }

    @Override
    public Mono<Recording> record(InstitutionChange change, Receipt receipt) {
        return sequence.append(
                seq -> write(change, receipt, seq),
                document -> apply(document).map(_ -> new Recording.Done(new Recorded(document.seq(), change))),
                Mono.defer(() -> whatStandsInTheWay(change, receipt)));
    }

    /** In this order: a duplicate may break several registers at once, and the error names only one. */
    private Mono<Recording> whatStandsInTheWay(InstitutionChange change, Receipt receipt) {
        return findBy(receipt).switchIfEmpty(Mono.defer(() -> movedOn(change, receipt)));
    }

    /** The change that has taken the version is perhaps this very request's, recorded by its twin since its key was looked up. */
    private Mono<Recording> movedOn(InstitutionChange change, Receipt receipt) {
        Bson next = new Document(CODE, change.institution().code().value()).append(VERSION, change.version());
        return Mono.from(changes.find(next).limit(1))
                .flatMap(this::apply)
                .map(taken ->
                        taken.receiptKey().equals(receipt.key()) ? replayOf(taken, receipt) : new Recording.MovedOn());
    }

    @Override
    public Mono<Recording> findBy(Receipt receipt) {
        return Mono.from(changes.find(Filters.eq(RECEIPT, receipt.key())).limit(1))
                .flatMap(this::apply)
                .map(document -> replayOf(document, receipt));
    }

    private Recording replayOf(ChangeDocument document, Receipt receipt) {
        return document.isUnder(receipt) ? new Recording.Replayed(recorded(document)) : new Recording.KeyReused();
    }

    @Override
    public Flux<Recorded> history(InstitutionCode code) {
        return Flux.from(changes.find(Filters.eq(CODE, code.value())))
                .map(this::recorded)
                .sort(Comparator.comparingLong(Recorded::seq));
    }

    @Override
    public Flux<Recorded> following(long seq, int limit) {
        return sequence.following(seq, limit).map(this::recorded);
    }

    @Override
    public Mono<Long> end() {
        return sequence.end();
    }

    @Override
    public Mono<Void> catchUp() {
        return Flux.from(changes.find(Filters.eq(APPLIED, false)).limit(CATCH_UP_BATCH))
                .sort(Comparator.comparing(ChangeDocument::id))
                .concatMap(this::apply)
                .then();
    }

    /** May be done again at any time; a record that is further on stays as it is. */
    private Mono<ChangeDocument> apply(ChangeDocument change) {
        if (change.applied()) {
            return Mono.just(change);
        }
        InstitutionDocument next = change.institution();
        Mono<?> written = change.version() == 1
                ? Mono.from(institutions.insertOne(next)).onErrorComplete(DuplicateKey::isIn)
                : Mono.from(institutions.replaceOne(at(next.id(), change.version() - 1), next));
        return written.then(Mono.from(changes.updateOne(Filters.eq(ID, change.id()), Updates.set(APPLIED, true))))
                .thenReturn(change);
    }

    private ChangeDocument write(InstitutionChange change, Receipt receipt, long seq) {
        return new ChangeDocument(
                DenseSequence.idOf(seq),
                change.institution().code().value(),
                change.version(),
                change.kind().name(),
                change.fields().stream().map(ChangeDocument.FieldDocument::of).toList(),
                change.effectiveFrom().toString(),
                change.by(),
                change.role(),
                change.reason(),
                change.at(),
                receipt.key(),
                receipt.content(),
                form.write(change.institution(), change.version(), change.at())
                        .keptBy(!change.role().equals(SEED)),
                false);
    }

    private Recorded recorded(ChangeDocument document) {
        return new Recorded(
                document.seq(),
                new InstitutionChange(
                        ChangeKind.valueOf(document.kind()),
                        form.read(document.institution()),
                        document.version(),
                        document.fields().stream()
                                .map(ChangeDocument.FieldDocument::toDifference)
                                .toList(),
                        LocalDate.parse(document.effectiveFrom()),
                        document.by(),
                        document.role(),
                        document.reason(),
                        document.at()));
    }
}
