package io.crosscare.settlement.audit;

import static io.crosscare.settlement.document.Awaited.await;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.testing.MovingClock;
import io.crosscare.settlement.audit.ProjectedHeads.ProjectedHead;
import io.crosscare.settlement.audit.model.CopiedKind;
import io.crosscare.settlement.audit.model.InvariantResult;
import io.crosscare.settlement.audit.model.RecordVersion;
import io.crosscare.settlement.audit.mongo.MongoAuditedRecords;
import io.crosscare.settlement.benefit.model.BenefitCalculation;
import io.crosscare.settlement.benefit.model.BenefitYear;
import io.crosscare.settlement.benefit.model.Bill;
import io.crosscare.settlement.benefit.model.Circumstances;
import io.crosscare.settlement.benefit.model.CostSplit;
import io.crosscare.settlement.benefit.model.Counters;
import io.crosscare.settlement.benefit.model.DestinationType;
import io.crosscare.settlement.benefit.model.FeeLine;
import io.crosscare.settlement.benefit.model.InstitutionLevel;
import io.crosscare.settlement.benefit.model.InsurancePlan;
import io.crosscare.settlement.benefit.model.PersonType;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.benefit.model.Trip;
import io.crosscare.settlement.catalogue.CatalogueShelf;
import io.crosscare.settlement.catalogue.PublishedCatalogue;
import io.crosscare.settlement.catalogue.mongo.MongoCatalogues;
import io.crosscare.settlement.chain.Chain;
import io.crosscare.settlement.chain.UnpublishedEntries.Published;
import io.crosscare.settlement.chain.model.Basis;
import io.crosscare.settlement.chain.model.CanonicalForm;
import io.crosscare.settlement.chain.model.Care;
import io.crosscare.settlement.chain.model.ContentHash;
import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryKind;
import io.crosscare.settlement.chain.model.Head;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.Scope;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.SettlementFlag;
import io.crosscare.settlement.chain.model.VisitId;
import io.crosscare.settlement.chain.mongo.EntryForge;
import io.crosscare.settlement.chain.mongo.MongoChain;
import io.crosscare.settlement.direct.Bills;
import io.crosscare.settlement.direct.RecomputeSettlement;
import io.crosscare.settlement.direct.SettlementMeters;
import io.crosscare.settlement.direct.SplitRestOfBill;
import io.crosscare.settlement.direct.model.FrozenBill;
import io.crosscare.settlement.direct.model.LineReturn;
import io.crosscare.settlement.direct.mongo.MongoBills;
import io.crosscare.settlement.direct.mongo.MongoStoredBills;
import io.crosscare.settlement.document.ShippedDocuments;
import io.crosscare.settlement.document.mongo.MongoDocuments;
import io.crosscare.settlement.eligibility.model.CardKind;
import io.crosscare.settlement.intent.Intents;
import io.crosscare.settlement.intent.model.Intent;
import io.crosscare.settlement.intent.model.Intent.Content;
import io.crosscare.settlement.intent.mongo.MongoIntents;
import io.crosscare.settlement.intent.mongo.MongoStoredIntents;
import io.crosscare.settlement.invoice.Invoices;
import io.crosscare.settlement.invoice.model.Holder;
import io.crosscare.settlement.invoice.model.Invoice;
import io.crosscare.settlement.invoice.mongo.MongoInvoices;
import io.crosscare.settlement.policy.PolicyShelf;
import io.crosscare.settlement.policy.PublishedPolicy;
import io.crosscare.settlement.visit.TestVisits;
import io.crosscare.settlement.visit.Visits;
import io.crosscare.settlement.visit.model.Marker;
import io.crosscare.settlement.visit.model.Registration;
import io.crosscare.settlement.visit.model.Visit;
import io.crosscare.settlement.visit.model.VisitLine;
import io.crosscare.settlement.visit.mongo.MongoVisits;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * A store as the services leave it, written through their own adapters, with a correction desk that has heard everything, and
 * ways to break each of them. Times lie well before the audit begins.
 */
final class AuditedWorld implements ProjectedHeads, OwnedRecords {

    static final Duration PAUSE = Duration.ofMillis(20);
    static final LocalDate DAY = TestVisits.DAY;

    private static final RandomIds IDS = RandomIds.secure();

    final MongoDatabase database;
    final MovingClock clock = new MovingClock(Entries.NOW);
    final Chain chain;
    final Visits visits;
    final Bills bills;
    final Intents intents;
    final Invoices invoices;
    final PublishedPolicy policy;
    final PublishedCatalogue catalogue;
    final Map<String, ProjectedHead> heads = new ConcurrentHashMap<>();
    final Map<CopiedKind, RecordVersion> owned = new ConcurrentHashMap<>();
    private final SplitRestOfBill splitRest;
    private int serial;

    AuditedWorld(MongoDatabase database) {
        this.database = database;
        this.chain = new MongoChain(database);
        this.visits = new MongoVisits(database, IDS);
        this.bills = new MongoBills(database);
        this.intents = new MongoIntents(database);
        this.invoices = new MongoInvoices(database);
        PolicyShelf policies = new PolicyShelf(new MongoDocuments(database, "policies", clock));
        CatalogueShelf catalogues = new CatalogueShelf(new MongoCatalogues(database, clock));
        ShippedDocuments.in("/policies").forEach(document -> await(policies.publish(document)));
        ShippedDocuments.in("/catalogues").forEach(document -> await(catalogues.publish(document)));
        RecomputeSettlement recomputing =
                new RecomputeSettlement(bills, policies, catalogues, new SettlementMeters(new SimpleMeterRegistry()));
        this.splitRest = new SplitRestOfBill(recomputing, clock);
        this.policy = await(policies.find(Entries.ZHENJIANG, PersonType.RETIRED, DAY));
        this.catalogue = await(catalogues.find(Entries.SHANGHAI, DAY));
    }

    // what services write

    static PersonId person(char letter) {
        return new PersonId("p" + String.valueOf(letter).repeat(26));
    }

    Entry open(PersonId person, Map<String, Long> counters) {
        return record(person, new Content.OpeningContent(Counters.of(counters)), Entries.ZHENJIANG.value());
    }

    Entry credit(PersonId person, long fen) {
        return record(person, new Content.CreditContent(Money.ofFen(fen)), Entries.ZHENJIANG.value());
    }

    /** What the core of Zhenjiang paid as the person's n-th. */
    Entry external(PersonId person, long sequence, Map<String, Long> moves) {
        return record(
                person,
                new Content.ExternalContent(Entries.payment(sequence), Counters.of(moves)),
                Entries.ZHENJIANG.value());
    }

    /** The settlement is taken back and its visit open again. */
    Entry cancel(Settlement settlement) {
        Entry undo = record(
                settlement.link().person(),
                new Content.CancellationContent(settlement.id()),
                Entries.ZHONGSHAN.value());
        Visit visit = await(visits.find(settlement.care().visit()));
        await(visits.replace(visit.unsettled(settlement.id())));
        return undo;
    }

    /** A part of a line is given back, and the visit names the adjustment. */
    Settlement adjust(Settlement settlement, LineReturn returned) {
        FrozenBill rest = await(bills.byHash(settlement.basis().billHash())).without(Map.of(1, returned));
        await(bills.keep(rest).thenReturn(true));
        Settlement adjustment = (Settlement) record(
                settlement.link().person(),
                new Content.AdjustmentContent(settlement.id(), rest.hash()),
                Entries.ZHONGSHAN.value());
        Visit visit = await(visits.find(settlement.care().visit()));
        await(visits.replace(visit.adjusted(settlement.id(), adjustment.id())));
        return adjustment;
    }

    /** A reversal of a key under which nothing came, or of the settlement under it. */
    Entry reverse(PersonId person, Key reversed) {
        return record(person, new Content.ReversalContent(reversed, Entries.ZHONGSHAN), Entries.ZHONGSHAN.value());
    }

    private Entry record(PersonId person, Content content, String origin) {
        Key key = Key.of(origin, content.kind(), "k" + serial++);
        Intent intent = new Intent(
                person,
                Entries.ZHENJIANG,
                key,
                content,
                reasonOf(content),
                "test",
                clock.instant(),
                TestVisits.TRACEPARENT);
        await(intents.open(intent));
        Head head = await(chain.head(person));
        Entry entry = switch (content) {
            case Content.CancellationContent(var original) ->
                intent.entryOn(head, clock.instant(), (Settlement) await(chain.byId(original)));
            case Content.AdjustmentContent(var original, var _) ->
                await(splitRest.on(head, intent, (Settlement) await(chain.byId(original))));
            default -> intent.entryOn(head, clock.instant(), null);
        };
        await(chain.append(entry));
        await(intents.fulfilled(intent, entry).thenReturn(true));
        await(intents.published(List.of(new Published(entry, TestVisits.TRACEPARENT)))
                .thenReturn(true));
        deliver(person);
        return entry;
    }

    private static String reasonOf(Content content) {
        return content instanceof Content.ExternalContent ? "" : "测试";
    }

    /** A registered outpatient visit with lines in one batch. */
    Visit.Open visit(PersonId person, List<VisitLine> lines) {
        Visit.Open visit = Visit.registered(registration(person));
        await(visits.register(visit));
        return withLines(visit, lines);
    }

    private Registration registration(PersonId person) {
        String number = "MZ-" + serial++;
        return new Registration(
                new VisitId(IDS.next('v')),
                person,
                Entries.ZHENJIANG,
                Entries.ZHONGSHAN,
                Entries.SHANGHAI,
                ServiceType.OUTPATIENT,
                DAY,
                null,
                CardKind.PROVINCIAL_CARD,
                number,
                null,
                new Registration.Request(
                        Entries.ZHONGSHAN + "/" + number,
                        new CanonicalForm("test").text(number).hash()),
                clock.instant());
    }

    Visit.Open withLines(Visit.Open visit, List<VisitLine> lines) {
        Visit.Open filled = visit.withLines(await(visits.storeChunk(visit.id(), lines)), lines);
        await(visits.replace(filled));
        return filled;
    }

    /** A visit of one line, settled as a hospital would. */
    Settlement settle(PersonId person, long fen) {
        return settle(visit(person, List.of(TestVisits.line(1, "1", fen))), "1");
    }

    Settlement settle(Visit.Open visit, String batch) {
        return settle(visit, batch, 0);
    }

    Settlement settle(Visit.Open visit, String batch, int generation) {
        Key key = Key.of(Entries.ZHONGSHAN.value(), EntryKind.SETTLEMENT, "k" + serial++);
        Settlement settlement =
                paying(settlement(visit, batch, generation, key, AuditedWorld::asComputed), "FP-" + serial);
        await(invoices.take(Invoice.of(settlement).orElseThrow(), Holder.of(settlement)));
        Visit.Settling settling = visit.settling(new Marker(
                settlement.care().scope(),
                settlement.key(),
                settlement.requestHash(),
                settlement.basis().billHash(),
                null,
                settlement.invoiceNumber(),
                TestVisits.TRACEPARENT,
                clock.instant()));
        await(visits.replace(settling));
        await(chain.append(settlement));
        await(visits.replace(settling.settled(settlement.id())));
        await(visits.published(List.of(new Published(settlement, TestVisits.TRACEPARENT)))
                .thenReturn(true));
        deliver(visit.registration().person());
        return settlement;
    }

    /** The same settlement, of an invoice. */
    static Settlement paying(Settlement settlement, String invoiceNumber) {
        return new Settlement(
                settlement.link(),
                settlement.key(),
                settlement.requestHash(),
                settlement.care(),
                settlement.generation(),
                settlement.amounts(),
                settlement.basis(),
                settlement.answerVersion(),
                invoiceNumber,
                settlement.flags());
    }

    /**
     * A settlement of a batch in the next place of the person's chain, with its bill stored.
     *
     * @param computed what to make of what the calculation gives
     */
    Settlement settlement(
            Visit visit, String batch, int generation, Key key, BiFunction<Head, CostSplit, CostSplit> computed) {
        List<FeeLine> lines = await(visits.lines(visit)).stream()
                .filter(line -> line.batch().equals(batch))
                .map(VisitLine::line)
                .toList();
        return settlement(visit, batch, generation, key, lines, computed);
    }

    Settlement settlement(
            Visit visit,
            String batch,
            int generation,
            Key key,
            List<FeeLine> lines,
            BiFunction<Head, CostSplit, CostSplit> computed) {
        FrozenBill frozen = bill(lines, policy.hash(), catalogue.hash());
        await(bills.keep(frozen).thenReturn(true));
        Head head = await(chain.head(visit.registration().person()));
        CostSplit split = computed.apply(head, (CostSplit)
                BenefitCalculation.split(frozen.bill(), policy.pack(), catalogue.catalogue(), head.counters()));
        return settlementOf(head, visit.id(), batch, generation, key, frozen, split);
    }

    static CostSplit asComputed(Head head, CostSplit split) {
        return Objects.requireNonNull(split, head::toString);
    }

    static FrozenBill bill(List<FeeLine> lines, String policyHash, String catalogueHash) {
        Circumstances circumstances = new Circumstances(
                Entries.ZHENJIANG,
                Entries.SHANGHAI,
                InsurancePlan.EMPLOYEE,
                PersonType.RETIRED,
                BenefitYear.CALENDAR,
                ServiceType.OUTPATIENT,
                InstitutionLevel.L3,
                Trip.LONG_TERM,
                DestinationType.CROSS_PROVINCE,
                null,
                true,
                DAY,
                DAY);
        return new FrozenBill(
                IDS.next('s'),
                new Bill(circumstances, lines),
                "f" + "a".repeat(26),
                "RETIRED_RESETTLED",
                DAY,
                policyHash,
                catalogueHash);
    }

    static Settlement settlementOf(
            Head head, VisitId visit, String batch, int generation, Key key, FrozenBill frozen, CostSplit split) {
        Care care = new Care(
                visit,
                new Scope.Batch(batch),
                Entries.ZHONGSHAN,
                Entries.SHANGHAI,
                Entries.ZHENJIANG,
                InsurancePlan.EMPLOYEE,
                PersonType.RETIRED,
                ServiceType.OUTPATIENT,
                DAY,
                DAY,
                frozen.filingId(),
                frozen.filingCategory(),
                frozen.decidedOn());
        return new Settlement(
                head.next(Entries.NOW, split.delta()),
                key,
                requestOf(key),
                care,
                generation,
                split.amounts(),
                new Basis(
                        frozen.hash(),
                        frozen.policyHash(),
                        frozen.catalogueHash(),
                        BenefitCalculation.CALCULATION_VERSION),
                Settlement.ANSWER_VERSION,
                null,
                Set.of(SettlementFlag.PREVIEW_NOT_COMPARED));
    }

    private static ContentHash requestOf(Key key) {
        return new CanonicalForm("test").text(key.value()).hash();
    }

    // the correction desk

    /** The desk hears all events of the person, of the chain as it is stored now, whatever was planted in it. */
    void deliver(PersonId person) {
        Head head = await(new MongoChain(database).head(person));
        heads.put(
                person.value(),
                new ProjectedHead(person.value(), head.seq(), head.hash().value()));
    }

    @Override
    public Flux<ProjectedHead> of(List<String> persons) {
        return Flux.fromIterable(persons).mapNotNull(heads::get);
    }

    // the owners of what is copied

    /** An owner has a record, and here is its copy. */
    void copy(CopiedKind kind, String collection, String id, long version) {
        owned.put(kind, new RecordVersion(id, version));
        await(Mono.from(documents(collection).insertOne(new Document("_id", id).append("version", version))));
    }

    @Override
    public Flux<RecordVersion> all(CopiedKind kind) {
        return Mono.justOrEmpty(owned.get(kind)).flux();
    }

    @Override
    public Mono<RecordVersion> find(CopiedKind kind, String id) {
        return all(kind).filter(record -> record.id().equals(id)).next();
    }

    // what others do to a store

    EntryForge forge(PersonId person) {
        return new EntryForge(database, person);
    }

    void update(String collection, String id, Bson update) {
        await(Mono.from(documents(collection).updateOne(Filters.eq("_id", id), update))
                .filter(result -> result.getModifiedCount() == 1)
                .switchIfEmpty(Mono.error(new AssertionError("nothing was changed in " + id))));
    }

    void delete(String collection, String id) {
        await(Mono.from(documents(collection).deleteOne(Filters.eq("_id", id)))
                .filter(result -> result.getDeletedCount() == 1)
                .switchIfEmpty(Mono.error(new AssertionError("there was no " + id))));
    }

    Document document(String collection, String id) {
        return await(Mono.from(documents(collection).find(Filters.eq("_id", id))));
    }

    MongoCollection<Document> documents(String collection) {
        return database.getCollection(collection);
    }

    // the auditor

    Auditor auditor(ProjectedHeads projectedHeads, Duration patience) {
        var worker = Schedulers.immediate();
        return new Auditor(
                new Auditor.Sources(
                        new OccupiedBuckets(database, worker),
                        new MongoStoredBills(database, worker),
                        new MongoStoredIntents(database),
                        new MongoAuditedRecords(database),
                        projectedHeads,
                        this,
                        () -> new PolicyShelf(new MongoDocuments(database, "policies", clock)),
                        () -> new CatalogueShelf(new MongoCatalogues(database, clock))),
                worker,
                PAUSE,
                patience);
    }

    /** What an audit finds, begun an hour after everything was written. */
    List<InvariantResult> audit() {
        return audit(this, PAUSE.multipliedBy(2));
    }

    List<InvariantResult> audit(ProjectedHeads projectedHeads, Duration patience) {
        AuditRun run = new AuditRun(Entries.NOW.plus(Duration.ofHours(1)));
        auditor(projectedHeads, patience).audit(run).block(Duration.ofSeconds(60));
        return run.results();
    }
}
