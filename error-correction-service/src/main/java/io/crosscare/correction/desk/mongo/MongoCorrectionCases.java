package io.crosscare.correction.desk.mongo;

import static io.crosscare.correction.desk.mongo.CaseFilters.CARE_REGION;
import static io.crosscare.correction.desk.mongo.CaseFilters.CAUSE;
import static io.crosscare.correction.desk.mongo.CaseFilters.DUE_AT;
import static io.crosscare.correction.desk.mongo.CaseFilters.GROUP;
import static io.crosscare.correction.desk.mongo.CaseFilters.INSTITUTION;
import static io.crosscare.correction.desk.mongo.CaseFilters.INSURED_REGION;
import static io.crosscare.correction.desk.mongo.CaseFilters.LEVEL;
import static io.crosscare.correction.desk.mongo.CaseFilters.OFFICE;
import static io.crosscare.correction.desk.mongo.CaseFilters.PERSON;
import static io.crosscare.correction.desk.mongo.CaseFilters.PLACE;
import static io.crosscare.correction.desk.mongo.CaseFilters.REASON;
import static io.crosscare.correction.desk.mongo.CaseFilters.REGIONS;
import static io.crosscare.correction.desk.mongo.CaseFilters.SITES;
import static io.crosscare.correction.desk.mongo.CaseFilters.STATE;
import static io.crosscare.correction.desk.mongo.CaseFilters.UPSTREAM;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.mongo.DuplicateKey;
import io.crosscare.chassis.mongo.Index;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.correction.desk.CaseSight;
import io.crosscare.correction.desk.CorrectionCases;
import io.crosscare.correction.desk.WorkFilter;
import io.crosscare.correction.desk.model.CaseId;
import io.crosscare.correction.desk.model.CaseState;
import io.crosscare.correction.desk.model.Cause;
import io.crosscare.correction.desk.model.CorrectionCase;
import io.crosscare.correction.desk.model.Fact.Settled;
import io.crosscare.correction.desk.model.Level;
import io.crosscare.correction.desk.model.Outage;
import io.crosscare.correction.desk.model.Reach;
import io.crosscare.correction.desk.model.Reason;
import io.crosscare.correction.desk.model.Source;
import io.crosscare.correction.desk.model.VisitScope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Cases, one document each; its version in the filter guards every change. */
public final class MongoCorrectionCases implements CorrectionCases {

    private static final String COLLECTION = "cases";
    private static final String ID = "_id";
    private static final String SCOPE = "scope";
    private static final String NEXT_AT = "nextAt";
    private static final String PENDING = "pending";
    private static final String ANNOUNCED = "announced";
    private static final String SEQ = "seq";
    private static final String VERSION = "version";
    private static final String NEXT_CHECK_AT = "nextCheckAt";
    private static final String READY = "ready";
    private static final String GONE = "gone";
    private static final String REFUSALS = "refusals";
    private static final String CASES = "cases";
    private static final String BY_HAND = "byHand";
    private static final String MISLED = "work.misled";

    private final MongoCollection<CaseDocument> cases;

    public MongoCorrectionCases(MongoDatabase database) {
        this.cases = database.getCollection(COLLECTION, CaseDocument.class);
    }

    public static List<Index> indexes() {
        return List.of(
                Index.on(COLLECTION, SCOPE),
                Index.on(COLLECTION, PERSON, PLACE),
                Index.on(COLLECTION, INSTITUTION, PLACE),
                Index.on(COLLECTION, SITES, PLACE),
                Index.on(COLLECTION, REGIONS, PLACE),
                Index.on(COLLECTION, STATE, PLACE),
                Index.on(COLLECTION, OFFICE, PLACE),
                Index.on(COLLECTION, CAUSE, PLACE),
                Index.on(COLLECTION, STATE, DUE_AT),
                Index.on(COLLECTION, STATE, NEXT_AT),
                Index.on(COLLECTION, PENDING),
                Index.on(COLLECTION, GROUP, PLACE),
                Index.on(COLLECTION, STATE, NEXT_CHECK_AT),
                Index.on(COLLECTION, INSTITUTION, STATE),
                Index.on(COLLECTION, UPSTREAM),
                Index.on(COLLECTION, awaits(Source.FILING)),
                Index.on(COLLECTION, awaits(Source.REGISTRY)));
    }

    @Override
    public Mono<CorrectionCase> find(CaseId id) {
        return Mono.from(cases.find(Filters.eq(ID, id.value())).first()).map(CaseDocument::toCase);
    }

    @Override
    public Flux<CorrectionCase> of(VisitScope scope) {
        return Flux.from(cases.find(Filters.eq(SCOPE, scope.key()))).map(CaseDocument::toCase);
    }

    @Override
    public Flux<CorrectionCase> of(PersonId person) {
        return Flux.from(cases.find(Filters.eq(PERSON, person.value()))
                        .sort(Sorts.descending(PLACE))
                        .limit(OF_PERSON_MAX))
                .map(CaseDocument::toCase);
    }

    @Override
    public Mono<Boolean> add(CorrectionCase opened) {
        return Mono.from(cases.insertOne(CaseDocument.of(opened)))
                .thenReturn(true)
                .onErrorResume(DuplicateKey::isIn, _ -> Mono.just(false));
    }

    @Override
    public Mono<Boolean> replace(CorrectionCase changed) {
        Document asRead = new Document(ID, changed.id().value())
                .append(VERSION, changed.file().version());
        return Mono.from(cases.replaceOne(asRead, CaseDocument.of(changed)))
                .map(result -> result.getMatchedCount() == 1);
    }

    @Override
    public Flux<CorrectionCase> awaiting(Source source, int limit) {
        return Flux.from(cases.find(Filters.eq(awaits(source), true)).limit(limit))
                .map(CaseDocument::toCase);
    }

    @Override
    public Flux<CorrectionCase> due(Instant now, int limit) {
        Document passed = new Document(STATE, CaseState.OPEN.name())
                .append(GROUP, null)
                .append(NEXT_AT, new Document("$lte", now));
        Document undated =
                new Document(STATE, CaseState.OPEN.name()).append(GROUP, null).append(NEXT_AT, null);
        return Flux.concat(
                        Flux.from(cases.find(passed).limit(limit)),
                        Flux.from(cases.find(undated).limit(limit)))
                .map(CaseDocument::toCase)
                .take(limit);
    }

    @Override
    public Flux<CorrectionCase> dueForCheck(Instant due, int limit) {
        Document isDue = new Document(STATE, CaseState.OPEN.name()).append(NEXT_CHECK_AT, new Document("$lte", due));
        return Flux.from(cases.find(isDue).limit(limit)).map(CaseDocument::toCase);
    }

    @Override
    public Flux<CaseId> waitingAt(InstitutionCode institution, int limit) {
        return open(new Document(INSTITUTION, institution.value()), limit);
    }

    @Override
    public Flux<CaseId> waitingBetween(@Nullable RegionCode insuredRegion, @Nullable RegionCode careRegion, int limit) {
        return open(CaseFilters.between(insuredRegion, careRegion), limit);
    }

    @Override
    public Flux<CaseId> waitingForUpload(String filingId, int limit) {
        return open(new Document(UPSTREAM, filingId), limit);
    }

    @Override
    public Flux<CaseId> waitingIn(CaseId group, int limit) {
        return open(new Document(GROUP, group.value()), limit);
    }

    private Flux<CaseId> open(Document filter, int limit) {
        return Flux.from(cases.withDocumentClass(Document.class)
                        .find(filter.append(STATE, CaseState.OPEN.name()))
                        .projection(Projections.include(ID))
                        .limit(limit))
                .map(found -> new CaseId(found.getString(ID)));
    }

    @Override
    public Flux<Patients> outages(int limit) {
        Flux<CaseId> open = open(new Document(PERSON, CaseDocument.COMMON), limit);
        Flux<CaseId> withPatients = Flux.from(cases.withDocumentClass(Document.class)
                        .aggregate(List.of(
                                Aggregates.match(new Document(STATE, CaseState.OPEN.name())
                                        .append(GROUP, new Document("$gt", ""))),
                                Aggregates.group("$" + GROUP),
                                Aggregates.limit(limit))))
                .map(group -> new CaseId(group.getString(ID)));
        return Flux.concat(open, withPatients).distinct().concatMap(this::patientsOf);
    }

    private Mono<Patients> patientsOf(CaseId group) {
        Mono<Outage> counted = Flux.from(cases.withDocumentClass(Document.class)
                        .aggregate(List.of(
                                Aggregates.match(new Document(GROUP, group.value())),
                                Aggregates.group(
                                        new Document(STATE, "$" + STATE)
                                                .append(READY, "$" + READY)
                                                .append(GONE, "$" + GONE)
                                                .append(INSTITUTION, "$" + INSTITUTION)
                                                .append(INSURED_REGION, "$" + INSURED_REGION)
                                                .append(CARE_REGION, "$" + CARE_REGION),
                                        Accumulators.sum(CASES, 1L),
                                        Accumulators.sum(REFUSALS, "$" + REFUSALS)))))
                .map(found -> outage(group, found))
                .reduce(Outage.none(group), Outage::plus)
                .filter(outage -> outage.patients() > 0);
        return counted.flatMap(outage -> lastSettled(group).map(last -> new Patients(outage, last)));
    }

    /** Patients of one state and between the same parties. */
    private static Outage outage(CaseId id, Document group) {
        Document key = group.get(ID, Document.class);
        long patients = group.get(CASES, Number.class).longValue();
        boolean isOpen = CaseState.OPEN.name().equals(key.getString(STATE));
        boolean isReady = Boolean.TRUE.equals(key.getBoolean(READY)) || Boolean.TRUE.equals(key.getBoolean(GONE));
        Reach reach = Reach.of(
                new InstitutionCode(key.getString(INSTITUTION)),
                new RegionCode(key.getString(INSURED_REGION)),
                new RegionCode(key.getString(CARE_REGION)));
        return Outage.of(
                id, patients, isOpen, isReady, group.get(REFUSALS, Number.class).longValue(), reach);
    }

    private Mono<Optional<Settled>> lastSettled(CaseId group) {
        Document settled = new Document(GROUP, group.value()).append(STATE, CaseState.RESOLVED.name());
        return Mono.from(cases.find(settled).sort(Sorts.descending(PLACE)).limit(1))
                .map(CaseDocument::toCase)
                .map(last -> last instanceof CorrectionCase.Resolved resolved
                        ? Optional.of(resolved.evidence())
                        : Optional.<Settled>empty())
                .defaultIfEmpty(Optional.empty());
    }

    @Override
    public Flux<Summary> patients(CaseId group, CaseSight sight, @Nullable Place after, int limit) {
        Document filter = new Document(GROUP, group.value());
        if (after != null) {
            filter.append(PLACE, new Document("$lt", CaseDocument.text(after)));
        }
        return summaries(CaseFilters.restricted(filter, sight), limit);
    }

    private Flux<Summary> summaries(Document filter, int limit) {
        return Flux.from(cases.withDocumentClass(SummaryDocument.class)
                        .find(filter)
                        .sort(Sorts.descending(PLACE))
                        .limit(limit)
                        .projection(Projections.include(SummaryDocument.FIELDS)))
                .map(SummaryDocument::toSummary);
    }

    @Override
    public Flux<Summary> list(Query query) {
        return summaries(CaseFilters.filterOf(query), query.limit());
    }

    @Override
    public Flux<Count> counts(CaseSight sight, @Nullable CaseState state) {
        Document wanted = CaseFilters.counted(sight);
        CaseFilters.appendIfGiven(wanted, STATE, state);
        return Flux.from(cases.withDocumentClass(Document.class)
                        .aggregate(List.of(
                                Aggregates.match(CaseFilters.restricted(wanted, sight)),
                                Aggregates.group(
                                        new Document(STATE, "$" + STATE).append(REASON, "$" + REASON),
                                        Accumulators.sum(CASES, 1L),
                                        Accumulators.min(PLACE, "$" + PLACE)))))
                .map(MongoCorrectionCases::count);
    }

    private static Count count(Document group) {
        Document key = group.get(ID, Document.class);
        return new Count(
                CaseState.valueOf(key.getString(STATE)),
                new Reason(key.getString(REASON)),
                group.get(CASES, Number.class).longValue(),
                CaseDocument.openedAt(group.getString(PLACE)));
    }

    @Override
    public Flux<OpenCount> openCounts(CaseSight sight, WorkFilter work) {
        Document open = new Document(STATE, CaseState.OPEN.name()).append(GROUP, null);
        return Flux.from(cases.withDocumentClass(Document.class)
                        .aggregate(List.of(
                                Aggregates.match(CaseFilters.restricted(CaseFilters.worked(open, work, null), sight)),
                                Aggregates.group(
                                        new Document("level", "$" + LEVEL)
                                                .append(REASON, "$" + REASON)
                                                .append(CAUSE, "$" + CAUSE),
                                        Accumulators.sum("cases", 1L)))))
                .map(MongoCorrectionCases::openCount);
    }

    /** A case from before there was any handling lies with its hospital. */
    private static OpenCount openCount(Document group) {
        Document key = group.get(ID, Document.class);
        String level = key.getString("level");
        return new OpenCount(
                level == null ? Level.HOSPITAL : Level.valueOf(level),
                new Reason(key.getString(REASON)),
                causeOf(key),
                group.get("cases", Number.class).longValue());
    }

    @Override
    public Flux<Ending> endings(CaseSight sight, Instant from, Instant before) {
        Document concerned = CaseFilters.openedIn(CaseFilters.counted(sight), from, before);
        return Flux.from(cases.withDocumentClass(Document.class)
                        .aggregate(List.of(
                                Aggregates.match(CaseFilters.restricted(concerned, sight)),
                                Aggregates.group(
                                        new Document(STATE, "$" + STATE)
                                                .append(CAUSE, "$" + CAUSE)
                                                .append(BY_HAND, "$" + BY_HAND),
                                        Accumulators.sum(CASES, 1L)))))
                .map(MongoCorrectionCases::ending);
    }

    /** Where it was not kept whether somebody lent a hand, somebody may have. */
    private static Ending ending(Document group) {
        Document key = group.get(ID, Document.class);
        return new Ending(
                CaseState.valueOf(key.getString(STATE)),
                causeOf(key),
                !Boolean.FALSE.equals(key.getBoolean(BY_HAND)),
                group.get(CASES, Number.class).longValue());
    }

    private static @Nullable Cause causeOf(Document key) {
        String cause = key.getString(CAUSE);
        return cause == null ? null : Cause.valueOf(cause);
    }

    @Override
    public Mono<Long> misled(CaseSight sight, Instant from, Instant before) {
        Document concerned = CaseFilters.openedIn(new Document(MISLED, new Document("$gt", 0L)), from, before);
        return Flux.from(cases.withDocumentClass(Document.class)
                        .aggregate(List.of(
                                Aggregates.match(CaseFilters.restricted(concerned, sight)),
                                Aggregates.group("misled", Accumulators.sum(CASES, "$" + MISLED)))))
                .next()
                .map(sum -> sum.get(CASES, Number.class).longValue())
                .defaultIfEmpty(0L);
    }

    @Override
    public Flux<UnpublishedChange> unpublished(int limit) {
        return Flux.from(cases.find(Filters.eq(PENDING, true)).limit(limit))
                .map(CaseDocument::toCase)
                .concatMapIterable(MongoCorrectionCases::unpublishedOf)
                .take(limit);
    }

    private static List<UnpublishedChange> unpublishedOf(CorrectionCase one) {
        return one.file().changes().stream()
                .filter(change -> change.seq() > one.file().announced())
                .map(change -> new UnpublishedChange(one, change))
                .toList();
    }

    /** A change like any other: whoever has read the case before must read it again, or the step would be told twice. */
    @Override
    public Mono<Void> published(CaseId id, long seq) {
        Bson announced = Updates.combine(Updates.max(ANNOUNCED, seq), Updates.inc(VERSION, 1L));
        Document whereItIsTheLast = new Document(ID, id.value()).append(SEQ, seq);
        return Mono.from(cases.updateOne(whereItIsTheLast, Updates.combine(announced, Updates.set(PENDING, false))))
                .filter(result -> result.getMatchedCount() == 0)
                .flatMap(_ -> Mono.from(cases.updateOne(Filters.eq(ID, id.value()), announced)))
                .then();
    }

    @Override
    public Mono<Void> allUnpublished() {
        return Mono.from(cases.updateMany(
                        new Document(),
                        Updates.combine(
                                Updates.set(ANNOUNCED, 0L), Updates.set(PENDING, true), Updates.inc(VERSION, 1L))))
                .then();
    }

    private static String awaits(Source source) {
        return switch (source) {
            case FILING -> "awaitsFiling";
            case REGISTRY -> "awaitsRegistry";
        };
    }
}
