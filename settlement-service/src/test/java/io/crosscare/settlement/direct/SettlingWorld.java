package io.crosscare.settlement.direct;

import static io.crosscare.settlement.document.Awaited.await;

import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.testing.MovingClock;
import io.crosscare.settlement.Faults;
import io.crosscare.settlement.benefit.model.Counters;
import io.crosscare.settlement.benefit.model.PersonType;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.catalogue.CatalogueShelf;
import io.crosscare.settlement.catalogue.InMemoryCatalogues;
import io.crosscare.settlement.chain.Chain;
import io.crosscare.settlement.chain.InMemoryChain;
import io.crosscare.settlement.chain.PersonTurns;
import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.chain.model.EntryKind;
import io.crosscare.settlement.chain.model.External.CorePayment;
import io.crosscare.settlement.chain.model.Head.HeadName;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.direct.model.LineReturn;
import io.crosscare.settlement.direct.model.Outcome;
import io.crosscare.settlement.direct.model.Recomputation;
import io.crosscare.settlement.document.InMemoryDocuments;
import io.crosscare.settlement.document.ShippedDocuments;
import io.crosscare.settlement.eligibility.CheckEligibility;
import io.crosscare.settlement.eligibility.DescribeRefusal;
import io.crosscare.settlement.eligibility.Facts;
import io.crosscare.settlement.eligibility.FakeOwners;
import io.crosscare.settlement.eligibility.FakeReadModels;
import io.crosscare.settlement.eligibility.KnownFacts;
import io.crosscare.settlement.eligibility.model.DecideEligibility;
import io.crosscare.settlement.external.CheckExternalFeed;
import io.crosscare.settlement.external.FeedMeters;
import io.crosscare.settlement.external.InMemoryExternalFeeds;
import io.crosscare.settlement.external.RecordExternal;
import io.crosscare.settlement.intent.InMemoryIntents;
import io.crosscare.settlement.intent.Intents;
import io.crosscare.settlement.intent.RecordIntent;
import io.crosscare.settlement.intent.RecordIntent.Recorded;
import io.crosscare.settlement.intent.UnresolvedMeters;
import io.crosscare.settlement.interruption.InMemoryInterruptions;
import io.crosscare.settlement.interruption.TellInterruption;
import io.crosscare.settlement.invoice.InMemoryInvoices;
import io.crosscare.settlement.invoice.Invoices;
import io.crosscare.settlement.policy.PolicyShelf;
import io.crosscare.settlement.visit.DischargeStay;
import io.crosscare.settlement.visit.FreezeLines;
import io.crosscare.settlement.visit.InMemoryVisits;
import io.crosscare.settlement.visit.TestVisits;
import io.crosscare.settlement.visit.VisitActs;
import io.crosscare.settlement.visit.Visits;
import io.crosscare.settlement.visit.model.Visit;
import io.crosscare.settlement.visit.model.VisitAct;
import io.crosscare.settlement.visit.model.VisitLine;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Settling as it is wired, on the given stores, with the shipped packs and a person who may be settled. A second world on the
 * same stores is another process.
 */
final class SettlingWorld {

    static final List<VisitLine> LINES_D01 = List.of(
            TestVisits.line(1, "1", "ZL0001", 58_500),
            TestVisits.line(2, "1", "YP0101", 38_655),
            TestVisits.line(3, "1", "XX9999", 4_200));

    /** To read them costs more than most of what is done in a world. */
    private static final PolicyShelf POLICIES = shippedPolicies();

    private static final CatalogueShelf CATALOGUES = shippedCatalogues();

    final MovingClock clock = new MovingClock(Entries.NOW);
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final FakeReadModels copies = new FakeReadModels();
    final FakeOwners owners = new FakeOwners();
    final InMemoryInterruptions interruptions = new InMemoryInterruptions();
    final PolicyShelf policies;
    final Visits visits;
    final Chain chain;
    final Bills bills;
    final Intents intents;
    private final Refusals refusals;
    private final Invoices invoices;
    final SettleBill settleBill;
    final PreviewSettlement previewSettlement;
    final RecordIntent recordIntent;
    final CancelSettlement cancelSettlement;
    final AdjustSettlement adjustSettlement;
    final InMemoryExternalFeeds feeds = new InMemoryExternalFeeds();
    final RecordExternal recordExternal;
    final ReverseByKey reverseByKey;
    final FindOutcome findOutcome;
    final SweepSettlingVisits sweep;
    final RecomputeSettlement recomputeSettlement;

    private SettlingWorld(
            PolicyShelf policies,
            Visits visits,
            Chain chain,
            Bills bills,
            Refusals refusals,
            Intents intents,
            Invoices invoices) {
        this.policies = policies;
        this.visits = visits;
        this.chain = chain;
        this.bills = bills;
        this.intents = intents;
        this.refusals = refusals;
        this.invoices = invoices;
        knowTheFacts();

        PersonTurns turns = new PersonTurns(100);
        SettlementMeters counted = new SettlementMeters(meters);
        CheckEligibility eligibility =
                new CheckEligibility(copies, owners, new DecideEligibility(Facts.READINGS), clock);
        PrepareBill prepareBill = new PrepareBill(visits, chain, eligibility, policies, CATALOGUES, RandomIds.secure());
        RefuseSettlement refuse =
                new RefuseSettlement(refusals, new DescribeRefusal(copies), copies, counted, () -> {}, clock);
        InvoiceRegister register = new InvoiceRegister(invoices, chain, visits);
        FinishSettlement finish = new FinishSettlement(
                visits,
                new FreezeLines(visits),
                bills,
                policies,
                CATALOGUES,
                chain,
                turns,
                register,
                counted,
                () -> {},
                clock);
        CheckExternalFeed checkFeed = new CheckExternalFeed(feeds, Facts.READINGS, clock);
        TellInterruption tell =
                new TellInterruption(interruptions, meters, () -> {}, () -> TestVisits.TRACEPARENT, clock);
        this.previewSettlement = new PreviewSettlement(
                prepareBill,
                checkFeed,
                chain,
                new KnownFacts(copies, owners),
                new DescribeRefusal(copies),
                tell,
                counted);
        this.settleBill = new SettleBill(
                visits,
                chain,
                turns,
                prepareBill,
                checkFeed,
                bills,
                finish,
                refuse,
                tell,
                counted,
                () -> TestVisits.TRACEPARENT,
                clock);
        this.sweep = new SweepSettlingVisits(
                visits,
                turns,
                bills,
                finish,
                refuse,
                tell,
                counted,
                new UnresolvedMeters("SETTLEMENT", meters, clock),
                clock);
        RecomputeSettlement recomputing = new RecomputeSettlement(bills, policies, CATALOGUES, counted);
        this.recordIntent = recordIntent(turns, recomputing, register);
        this.recordExternal = new RecordExternal(
                chain,
                recordIntent,
                new FeedMeters(feeds, checkFeed, meters, clock),
                () -> TestVisits.TRACEPARENT,
                clock);
        this.adjustSettlement = new AdjustSettlement(
                bills, chain, recomputing, recordIntent, counted, () -> TestVisits.TRACEPARENT, clock);
        this.cancelSettlement = new CancelSettlement(recordIntent, counted, () -> TestVisits.TRACEPARENT, clock);
        KnownFacts knownFacts = new KnownFacts(copies, new FakeOwners());
        this.reverseByKey =
                new ReverseByKey(visits, knownFacts, recordIntent, counted, () -> TestVisits.TRACEPARENT, clock);
        this.recomputeSettlement = recomputing;
        this.findOutcome = new FindOutcome(visits, intents, chain, refusals);
    }

    private RecordIntent recordIntent(PersonTurns turns, RecomputeSettlement recomputing, InvoiceRegister register) {
        ReopenUndone reopen = new ReopenUndone(visits, chain);
        return new RecordIntent(
                intents,
                chain,
                turns,
                new SplitRestOfBill(recomputing, clock),
                entry -> reopen.after(entry).then(Mono.defer(() -> register.after(entry))),
                () -> {},
                new UnresolvedMeters("INTENT", meters, clock),
                clock);
    }

    private void knowTheFacts() {
        copies.keep(Facts.person(Facts.ZHENJIANG, PersonType.RETIRED)).block();
        copies.keep(Facts.filing(Facts.SHANGHAI, "2019-05-01", null)).block();
        copies.keep(Facts.institution(Facts.SHANGHAI)).block();
        Facts.CONNECTIVITY.rows().forEach(row -> copies.keep(row).block());
    }

    static SettlingWorld on(Visits visits, Chain chain, Bills bills, Refusals refusals, Intents intents) {
        return new SettlingWorld(
                POLICIES, visits, chain, bills, refusals, intents, new InMemoryInvoices(Faults.none()));
    }

    /** Another process on the same stores, with a way of its own to the chain. */
    SettlingWorld beside(Chain way) {
        return new SettlingWorld(policies, visits, way, bills, refusals, intents, invoices);
    }

    /** On fakes whose writes can be made to fail. */
    static SettlingWorld onFakes(Faults faults) {
        return onFakes(POLICIES, faults);
    }

    /** One in which further policies may be published. */
    static SettlingWorld withPoliciesOfItsOwn() {
        return onFakes(shippedPolicies(), Faults.none());
    }

    private static SettlingWorld onFakes(PolicyShelf policies, Faults faults) {
        return new SettlingWorld(
                policies,
                new InMemoryVisits(faults),
                new InMemoryChain(faults),
                new InMemoryBills(faults),
                new InMemoryRefusals(faults),
                new InMemoryIntents(faults),
                new InMemoryInvoices(faults));
    }

    private static PolicyShelf shippedPolicies() {
        PolicyShelf policies = new PolicyShelf(new InMemoryDocuments());
        ShippedDocuments.in("/policies").forEach(document -> await(policies.publish(document)));
        return policies;
    }

    private static CatalogueShelf shippedCatalogues() {
        CatalogueShelf catalogues = new CatalogueShelf(new InMemoryCatalogues());
        ShippedDocuments.in("/catalogues").forEach(document -> await(catalogues.publish(document)));
        return catalogues;
    }

    /** A visit with the lines of golden case D01 in batch 1. */
    Visit visitD01(char letter) {
        return visit(letter, LINES_D01);
    }

    Visit visit(char letter, List<VisitLine> lines) {
        Visit.Open visit = Visit.registered(TestVisits.registration(letter, ServiceType.OUTPATIENT));
        await(visits.register(visit));
        Visit.Open filled = visit.withLines(await(visits.storeChunk(visit.id(), lines)), lines);
        await(visits.replace(filled));
        return filled;
    }

    /** A stay with these lines. */
    Visit stay(char letter, List<VisitLine> lines) {
        Visit.Open visit = Visit.registered(TestVisits.registration(letter, ServiceType.INPATIENT));
        await(visits.register(visit));
        Visit.Open filled = visit.withLines(await(visits.storeChunk(visit.id(), lines)), lines);
        await(visits.replace(filled));
        return filled;
    }

    Visit discharge(Visit visit, LocalDate day) {
        VisitActs acts = new VisitActs(visits, chain);
        return await(
                new DischargeStay(visits, acts).discharge(visit, day, TestVisits.act(VisitAct.Action.DISCHARGED, ' ')));
    }

    /** A settlement on the way; of the discharge where there is no day. As the door does, it takes the visit as it stands. */
    SettleOutcome settleStay(Visit visit, String key, @Nullable LocalDate until) {
        return await(settleBill.settle(
                stored(visit),
                new SettleBillCommand(Entries.ZHONGSHAN, visit.id(), key, null, until, false, null, null)));
    }

    Recomputation recompute(Settlement settlement) {
        return await(recomputeSettlement.recompute(settlement));
    }

    /** What the year already holds in D01, and the account. */
    void openD01() {
        await(chain.head(Entries.PERSON).flatMap(head -> chain.append(Entries.opening(head, "opening"))));
        await(chain.head(Entries.PERSON).flatMap(head -> chain.append(Entries.credit(head, "credit"))));
    }

    SettleOutcome settle(Visit visit, String key) {
        return settle(visit, key, null);
    }

    SettleOutcome settle(Visit visit, String key, @Nullable HeadName previewed) {
        return await(settleBill.settle(visit, command(visit, key, previewed)));
    }

    Recorded cancel(Settlement settlement, String key) {
        return await(cancelSettlement.cancel(settlement, new IdempotencyKey(key), "退费", "clerk"));
    }

    AdjustSettlement.Adjusted adjust(Settlement settlement, String key, LineReturn... returns) {
        return await(adjustSettlement.adjust(
                settlement, new AdjustSettlement.Command(new IdempotencyKey(key), List.of(returns), "部分退费", "clerk")));
    }

    RecordExternal.Outcome external(String key, CorePayment payment, Counters moves) {
        return await(recordExternal.record(new RecordExternal.Command(
                Facts.person(Facts.ZHENJIANG, PersonType.RETIRED),
                Key.of(Entries.ZHENJIANG.value(), EntryKind.EXTERNAL, key),
                payment,
                moves,
                "core")));
    }

    Recorded reverse(String reversedKey, String key) {
        return await(reverseByKey.reverse(new ReverseByKey.Command(
                Entries.PERSON, Entries.ZHONGSHAN, new IdempotencyKey(reversedKey), new IdempotencyKey(key), "clerk")));
    }

    Outcome outcome(String key) {
        return await(findOutcome.ofSettlement(Entries.PERSON, Entries.key(key))).outcome();
    }

    Outcome outcome(EntryKind kind, String key) {
        return await(findOutcome.ofUndo(Entries.PERSON, Key.of(Entries.ZHONGSHAN.value(), kind, key)))
                .outcome();
    }

    /** All sweepers, when every marker is old enough for them. */
    void sweepLater() {
        clock.advance(Duration.ofMinutes(1));
        sweep.sweep().then(recordIntent.sweep()).block();
    }

    static SettleBillCommand command(Visit visit, String key, @Nullable HeadName previewed) {
        return new SettleBillCommand(
                Entries.ZHONGSHAN,
                visit.id(),
                key,
                "1",
                null,
                true,
                previewed,
                "FP-" + visit.id().value());
    }

    Visit stored(Visit visit) {
        return await(visits.find(visit.id()));
    }

    Counters counters() {
        return await(chain.head(Entries.PERSON)).counters();
    }
}
