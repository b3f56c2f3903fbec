package io.crosscare.filing.lodging.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.mongo.DuplicateKey;
import io.crosscare.chassis.mongo.Index;
import io.crosscare.chassis.mongo.Indexes;
import io.crosscare.chassis.observability.Traces;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.lodging.Filings;
import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.FilingId;
import io.crosscare.filing.lodging.model.FilingState;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Filings, one document each. Two unique indexes decide every race; a filing that takes another number keeps those it has, for a
 * number that came free could be taken by who has read long ago.
 */
public final class MongoFilings implements Filings {

    private static final String COLLECTION = "filings";
    private static final String PERSON = "personId";
    private static final String PENDING = "pending";
    private static final String INSURED_REGION = "insuredRegion";
    private static final String REPLACING = "replacing";
    private static final String STATE = "state";
    private static final String LAST_DAY = "effectiveTo";
    private static final String UNTOLD = "untold";
    private static final String UNTOLD_VERSIONS = "untoldVersions";
    private static final String PROMISE_DUE_ON = "promiseDueOn";
    private static final int BATCH = 200;
    private static final Index BY_KEY = Index.unique(COLLECTION, "receiptKey");
    private static final Index BY_NUMBER = Index.unique(COLLECTION, PERSON, "number");

    public static final Indexes INDEXES = new Indexes(List.of(
            BY_KEY,
            BY_NUMBER,
            Index.on(COLLECTION, PERSON),
            Index.on(COLLECTION, INSURED_REGION),
            Index.on(COLLECTION, PENDING),
            Index.on(COLLECTION, UNTOLD),
            Index.on(COLLECTION, REPLACING),
            Index.on(COLLECTION, INSURED_REGION, LAST_DAY, STATE),
            Index.on(COLLECTION, INSURED_REGION, PROMISE_DUE_ON)));

    private final MongoCollection<FilingDocument> filings;
    private final Traces traces;

    public MongoFilings(MongoDatabase database, Traces traces) {
        this.filings = database.getCollection(COLLECTION, FilingDocument.class);
        this.traces = traces;
    }

    @Override
    public Mono<Filing> find(FilingId id) {
        return Mono.from(filings.find(Filters.eq("_id", id.value())).first()).map(FilingDocument::toFiling);
    }

    @Override
    public Mono<Kept> findKept(FilingId id) {
        return Mono.from(filings.find(Filters.eq("_id", id.value())).first()).map(FilingDocument::toKept);
    }

    @Override
    public Mono<Receipted> findByKey(String key) {
        return Mono.from(filings.find(Filters.eq("receiptKey", key)).first())
                .map(document -> new Receipted(document.toFiling(), document.receipt()));
    }

    @Override
    public Mono<Roll> rollOf(PersonId personId) {
        return Flux.from(filings.find(Filters.eq(PERSON, personId.value())))
                .map(FilingDocument::toKept)
                .collectList()
                .map(Roll::of);
    }

    @Override
    public Flux<Filing> list(Query query) {
        return Flux.from(filings.find(filterOf(query))
                        .sort(Sorts.ascending("_id"))
                        .limit(query.limit()))
                .map(FilingDocument::toFiling);
    }

    @Override
    public Flux<Filing> all(@Nullable FilingId after, int limit) {
        return Flux.from(filings.find(after == null ? Filters.empty() : Filters.gt("_id", after.value()))
                        .sort(Sorts.ascending("_id"))
                        .limit(limit))
                .map(FilingDocument::toFiling);
    }

    @Override
    public Mono<Adding> add(Filing filing, int number, Receipt receipt) {
        return Mono.defer(() -> Mono.from(filings.insertOne(
                        FilingDocument.of(new Kept(filing, number, receipt, List.of()), traces.traceparent()))))
                .thenReturn(Adding.ADDED)
                .onErrorResume(DuplicateKey::isIn, MongoFilings::addingOf);
    }

    @Override
    public Mono<Boolean> replace(Kept next) {
        Document versionBefore = new Document("_id", next.filing().id().value())
                .append("version", next.filing().version() - 1);
        return Mono.defer(() ->
                        Mono.from(filings.replaceOne(versionBefore, FilingDocument.of(next, traces.traceparent()))))
                .map(result -> result.getMatchedCount() == 1)
                .onErrorResume(DuplicateKey::isIn, _ -> Mono.just(false));
    }

    @Override
    public Flux<Filing> replacing(int limit) {
        return Flux.from(filings.find(Filters.eq(REPLACING, true)).limit(limit)).map(FilingDocument::toFiling);
    }

    @Override
    public Flux<Filing> endingOn(RegionCode insuredRegion, LocalDate lastDay) {
        return read(new Document(INSURED_REGION, insuredRegion.value())
                .append(LAST_DAY, lastDay.toString())
                .append(STATE, FilingState.EFFECTIVE.name()));
    }

    @Override
    public Flux<Filing> promisedFor(RegionCode insuredRegion, Set<LocalDate> days) {
        List<String> any = days.stream().map(LocalDate::toString).sorted().toList();
        return read(
                new Document(INSURED_REGION, insuredRegion.value()).append(PROMISE_DUE_ON, new Document("$in", any)));
    }

    private Flux<Filing> read(Document filter) {
        return Flux.from(filings.find(filter).batchSize(BATCH)).map(FilingDocument::toFiling);
    }

    @Override
    public Flux<Unpublished> unpublished(int limit) {
        return Flux.from(filings.find(Filters.eq(PENDING, true)).limit(limit))
                .map(document -> new Unpublished(document.toFiling(), document.traceparent()));
    }

    @Override
    public Mono<Void> markPublished(FilingId id, long version) {
        Document sameVersion = new Document("_id", id.value()).append("version", version);
        return Mono.from(filings.updateOne(sameVersion, Updates.set(PENDING, false)))
                .then();
    }

    @Override
    public Mono<Void> markAllUnpublished() {
        return Mono.from(filings.updateMany(Filters.eq(PENDING, false), Updates.set(PENDING, true)))
                .then();
    }

    @Override
    public Flux<Kept> untold(int limit) {
        return Flux.from(filings.find(Filters.eq(UNTOLD, true)).limit(limit)).map(FilingDocument::toKept);
    }

    @Override
    public Mono<Void> markTold(FilingId id, long version) {
        Document sameVersion = new Document("_id", id.value()).append("version", version);
        return Mono.from(filings.updateOne(
                        sameVersion, Updates.combine(Updates.set(UNTOLD, false), Updates.unset(UNTOLD_VERSIONS))))
                .then();
    }

    @Override
    public Mono<Void> markEarlierUntold() {
        return Mono.from(filings.updateMany(Filters.exists(UNTOLD, false), Updates.set(UNTOLD, true)))
                .then();
    }

    private static Mono<Adding> addingOf(Throwable duplicate) {
        return Mono.just(DuplicateKey.isIn(duplicate, BY_KEY.name()) ? Adding.KEY_TAKEN : Adding.NUMBER_TAKEN);
    }

    private static Document filterOf(Query query) {
        Document filter = new Document();
        appendIfGiven(filter, PERSON, query.personId());
        filter.append(
                INSURED_REGION,
                new Document(
                        "$in",
                        query.insuredRegions().stream().map(RegionCode::value).toList()));
        appendIfGiven(filter, "careRegion", query.careRegion());
        appendIfGiven(filter, STATE, query.state());
        FilingId after = query.after();
        if (after != null) {
            filter.append("_id", new Document("$gt", after.value()));
        }
        return filter;
    }

    private static void appendIfGiven(Document filter, String field, @Nullable Object value) {
        if (value != null) {
            filter.append(field, value.toString());
        }
    }
}
