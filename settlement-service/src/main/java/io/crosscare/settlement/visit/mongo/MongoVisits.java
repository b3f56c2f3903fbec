package io.crosscare.settlement.visit.mongo;

import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.mongo.DuplicateKey;
import io.crosscare.chassis.mongo.Index;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.Unpublished;
import io.crosscare.settlement.chain.model.VisitId;
import io.crosscare.settlement.visit.RegistrationOutcome;
import io.crosscare.settlement.visit.RegistrationOutcome.NumberTaken;
import io.crosscare.settlement.visit.RegistrationOutcome.OtherContent;
import io.crosscare.settlement.visit.RegistrationOutcome.Registered;
import io.crosscare.settlement.visit.RegistrationOutcome.Replayed;
import io.crosscare.settlement.visit.VisitQuery;
import io.crosscare.settlement.visit.Visits;
import io.crosscare.settlement.visit.model.Visit;
import io.crosscare.settlement.visit.model.VisitLine;
import io.crosscare.settlement.visit.mongo.FeeChunkDocument.LineDocument;
import io.crosscare.settlement.visit.mongo.VisitDocument.PendingVisitDocument;
import io.crosscare.settlement.visit.mongo.VisitDocument.UnpublishedDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * {@link Visits} as one document per visit, replaced at a version, and one per upload, written once.
 */
public final class MongoVisits implements Visits {

    private static final String VISITS = "visits";
    private static final Index BY_REQUEST = Index.unique(VISITS, "requestKey");
    private static final Index BY_NUMBER = Index.unique(VISITS, "visitKey");
    private static final Index BY_STATE = Index.on(VISITS, "state");
    private static final Index BY_PENDING = Index.on(VISITS, "pending");
    private static final Index BY_SETTLING_KEY = Index.on(VISITS, "settlingKey");
    private static final Index BY_PARTIES = Index.on(VISITS, "partiesKey");
    private static final Index BY_PERSON = Index.on(VISITS, "personId");

    private static final Index BY_DAY = Index.on(VISITS, "institution", "startedOn", "_id");

    /** Days of a query that are asked for one by one, as an index on whole keys wants it. */
    private static final int DAYS_NAMED_MAX = 400;

    private static final Bson NONE_UNPUBLISHED =
            Updates.combine(Updates.set("unpublished", List.of()), Updates.set("pending", false));

    /** So that settlements have their turn between them, in a store that carries out one write after the other. */
    private static final int WRITTEN_AT_ONCE_MAX = 20;

    private final MongoCollection<VisitDocument> visits;
    private final MongoCollection<PendingVisitDocument> pending;
    private final MongoCollection<FeeChunkDocument> chunks;
    private final RandomIds ids;

    public MongoVisits(MongoDatabase database, RandomIds ids) {
        this.visits = database.getCollection(VISITS, VisitDocument.class);
        this.pending = database.getCollection(VISITS, PendingVisitDocument.class);
        this.chunks = database.getCollection("fee_chunks", FeeChunkDocument.class);
        this.ids = ids;
    }

    public static List<Index> indexes() {
        return List.of(BY_REQUEST, BY_NUMBER, BY_STATE, BY_PENDING, BY_SETTLING_KEY, BY_PARTIES, BY_PERSON, BY_DAY);
    }

    @Override
    public Mono<Visit> find(VisitId id) {
        return one(Filters.eq("_id", id.value())).map(VisitDocument::toVisit);
    }

    @Override
    public Mono<RegistrationOutcome> register(Visit.Open visit) {
        VisitDocument document = VisitDocument.of(visit);
        return Mono.from(visits.insertOne(document))
                .<RegistrationOutcome>thenReturn(new Registered(visit))
                .onErrorResume(
                        DuplicateKey::isIn, error -> presentVisit(document).switchIfEmpty(Mono.error(error)));
    }

    private Mono<RegistrationOutcome> presentVisit(VisitDocument wanted) {
        return one(Filters.eq("requestKey", wanted.requestKey()))
                .<RegistrationOutcome>map(present -> present.requestHash().equals(wanted.requestHash())
                        ? new Replayed(present.toVisit())
                        : new OtherContent())
                .switchIfEmpty(Mono.defer(() -> one(Filters.eq("visitKey", wanted.visitKey()))
                        .map(present -> new NumberTaken(new VisitId(present.id())))));
    }

    @Override
    public Mono<VisitId> numbered(InstitutionCode institution, PersonId person, String visitNumber) {
        return one(Filters.eq("visitKey", VisitDocument.visitKeyOf(institution, person, visitNumber)))
                .map(present -> new VisitId(present.id()));
    }

    @Override
    public Mono<Boolean> replace(Visit visit) {
        Document atVersionBefore = new Document("_id", visit.id().value()).append("version", visit.version() - 1);
        return Mono.from(visits.replaceOne(atVersionBefore, VisitDocument.of(visit)))
                .map(result -> result.getMatchedCount() == 1)
                .onErrorResume(DuplicateKey::isIn, _ -> Mono.just(false));
    }

    @Override
    public Mono<String> storeChunk(VisitId visit, List<VisitLine> lines) {
        String id = visit.value() + ":" + ids.next('c');
        FeeChunkDocument chunk = new FeeChunkDocument(
                id, visit.value(), lines.stream().map(LineDocument::of).toList());
        return Mono.from(chunks.insertOne(chunk)).thenReturn(id);
    }

    @Override
    public Mono<List<VisitLine>> lines(Visit visit) {
        if (visit.fees().chunks().isEmpty()) {
            return Mono.just(List.of());
        }
        return Flux.from(chunks.find(Filters.in("_id", visit.fees().chunks())))
                .flatMapIterable(FeeChunkDocument::lines)
                .map(LineDocument::toLine)
                .collectSortedList(Comparator.comparingInt(line -> line.line().lineNumber()));
    }

    @Override
    public Mono<Map<String, List<VisitLine>>> chunks(Visit visit) {
        if (visit.fees().chunks().isEmpty()) {
            return Mono.just(Map.of());
        }
        return Flux.from(chunks.find(Filters.in("_id", visit.fees().chunks())))
                .collectMap(
                        FeeChunkDocument::id,
                        chunk ->
                                chunk.lines().stream().map(LineDocument::toLine).toList());
    }

    @Override
    public Flux<Visit.Settling> settlingSince(Instant before, int limit) {
        return Flux.from(visits.find(Filters.eq("state", VisitDocument.SETTLING)))
                .map(VisitDocument::toVisit)
                .ofType(Visit.Settling.class)
                .filter(visit -> visit.marker().since().isBefore(before))
                .take(limit);
    }

    @Override
    public Mono<Boolean> isSettling(PersonId person, Key key) {
        return one(Filters.eq("settlingKey", VisitDocument.settlingKeyOf(person, key)))
                .hasElement();
    }

    @Override
    public Mono<Boolean> isSettling(PersonId person, Key key, String billHash) {
        return Flux.from(visits.find(Filters.eq("settlingKey", VisitDocument.settlingKeyOf(person, key))))
                .map(VisitDocument::toVisit)
                .ofType(Visit.Settling.class)
                .any(settling -> settling.marker().billHash().equals(billHash));
    }

    @Override
    public Mono<Boolean> hasVisitOf(PersonId person, InstitutionCode institution) {
        return one(Filters.eq("partiesKey", VisitDocument.partiesKeyOf(institution, person)))
                .hasElement();
    }

    @Override
    public Flux<Visit> openStaysOf(Set<PersonId> persons) {
        List<String> ids = persons.stream().map(PersonId::value).toList();
        Document stays =
                new Document("personId", new Document("$in", ids)).append("serviceType", ServiceType.INPATIENT.name());
        return Flux.from(visits.find(stays))
                .map(VisitDocument::toVisit)
                .filter(visit -> visit.registration().isOpenStay() && !(visit instanceof Visit.Cancelled));
    }

    /** By the whole of an index: of a person, or of a few days, each of them named; else by what the index begins with. */
    @Override
    public Mono<List<Visit>> page(VisitQuery query) {
        Document wanted = query.person() == null
                ? new Document("institution", query.institution().value())
                : new Document("partiesKey", VisitDocument.partiesKeyOf(query.institution(), query.person()));
        if (query.state() != null) {
            wanted.append("state", query.state().name());
        }
        Document days = days(query);
        if (!days.isEmpty()) {
            wanted.append("startedOn", days);
        }
        return Flux.from(visits.find(wanted)
                        .sort(Sorts.descending("startedOn", "_id"))
                        .batchSize(query.limit()))
                .map(VisitDocument::toVisit)
                .filter(query::covers)
                .take(query.limit())
                .collectList();
    }

    private static Document days(VisitQuery query) {
        LocalDate first = query.from();
        LocalDate last = query.latest();
        Document days = new Document();
        if (first != null && last != null && first.plusDays(DAYS_NAMED_MAX).isAfter(last)) {
            List<String> named = first.isAfter(last)
                    ? List.of()
                    : first.datesUntil(last.plusDays(1))
                            .map(LocalDate::toString)
                            .toList();
            return days.append("$in", named);
        }
        if (first != null) {
            days.append("$gte", first.toString());
        }
        if (last != null) {
            days.append("$lte", last.toString());
        }
        return days;
    }

    @Override
    public Flux<Unpublished> unpublished(int limit) {
        return Flux.from(pending.find(Filters.eq("pending", true))
                        .projection(Projections.include("unpublished"))
                        .limit(limit))
                .flatMapIterable(PendingVisitDocument::unpublished)
                .map(UnpublishedDocument::toUnpublished);
    }

    /** Most visits name one entry only; those that name several are looked for where not all were met. */
    @Override
    public Mono<Void> published(List<Published> entries) {
        List<Published> settlements = entries.stream()
                .filter(published -> published.entry() instanceof Settlement)
                .toList();
        return write(settlements.stream().map(MongoVisits::onlyThis).toList())
                .filter(matched -> matched < settlements.size())
                .flatMap(_ -> write(
                        settlements.stream().flatMap(MongoVisits::oneOfSeveral).toList()))
                .then();
    }

    /** How many were met, each by itself; in their order, for one visit may be named twice. */
    private Mono<Integer> write(List<UpdateOneModel<VisitDocument>> updates) {
        return Flux.fromIterable(updates)
                .buffer(WRITTEN_AT_ONCE_MAX)
                .concatMap(visits::bulkWrite)
                .map(BulkWriteResult::getMatchedCount)
                .reduce(Integer::sum);
    }

    private static UpdateOneModel<VisitDocument> onlyThis(Published published) {
        Document named = new Document("_id", visitOf(published)).append("unpublished", List.of(nameOf(published)));
        return new UpdateOneModel<>(named, NONE_UNPUBLISHED);
    }

    private static Stream<UpdateOneModel<VisitDocument>> oneOfSeveral(Published published) {
        String visit = visitOf(published);
        Document emptied = new Document("_id", visit).append("unpublished", new Document("$size", 0));
        return Stream.of(
                new UpdateOneModel<>(Filters.eq("_id", visit), Updates.pull("unpublished", nameOf(published))),
                new UpdateOneModel<>(emptied, NONE_UNPUBLISHED));
    }

    private static String visitOf(Published published) {
        return ((Settlement) published.entry()).care().visit().value();
    }

    private static Document nameOf(Published published) {
        return UnpublishedDocument.of(new Unpublished(published.entry().id(), published.traceparent()))
                .toDocument();
    }

    /** An entry is named once more beside itself where its trace is still known; that is told once. */
    @Override
    public Mono<Void> allUnpublished() {
        return Flux.from(visits.find())
                .concatMap(visit -> {
                    List<Document> settledBy = visit.batches().stream()
                            .map(VisitDocument.BatchDocument::settledBy)
                            .filter(Objects::nonNull)
                            .map(entry -> new Document("entry", entry))
                            .toList();
                    return settledBy.isEmpty() ? Mono.empty() : nameAgain(visit.id(), settledBy);
                })
                .then();
    }

    /** Beside other writers: what is named here stands in the chain whatever becomes of the visit. */
    private Mono<UpdateResult> nameAgain(String visit, List<Document> entries) {
        return Mono.from(visits.updateOne(
                Filters.eq("_id", visit),
                Updates.combine(Updates.addEachToSet("unpublished", entries), Updates.set("pending", true))));
    }

    private Mono<VisitDocument> one(Bson filter) {
        return Mono.from(visits.find(filter).limit(1));
    }
}
