package io.crosscare.settlement;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.event.Outbox;
import io.crosscare.chassis.event.Relay;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.mongo.Index;
import io.crosscare.chassis.mongo.Indexes;
import io.crosscare.chassis.observability.Traces;
import io.crosscare.chassis.run.PeriodicTask;
import io.crosscare.settlement.catalogue.Catalogues;
import io.crosscare.settlement.chain.Chain;
import io.crosscare.settlement.chain.PersonTurns;
import io.crosscare.settlement.chain.SettlementList;
import io.crosscare.settlement.chain.mongo.MongoChain;
import io.crosscare.settlement.chain.mongo.MongoSettlementList;
import io.crosscare.settlement.direct.AdjustSettlement;
import io.crosscare.settlement.direct.Bills;
import io.crosscare.settlement.direct.CancelSettlement;
import io.crosscare.settlement.direct.ExplainSettlement;
import io.crosscare.settlement.direct.FindOutcome;
import io.crosscare.settlement.direct.FinishSettlement;
import io.crosscare.settlement.direct.InvoiceRegister;
import io.crosscare.settlement.direct.PrepareBill;
import io.crosscare.settlement.direct.PreviewSettlement;
import io.crosscare.settlement.direct.RecomputeSettlement;
import io.crosscare.settlement.direct.Refusals;
import io.crosscare.settlement.direct.RefuseSettlement;
import io.crosscare.settlement.direct.RegisterVisit;
import io.crosscare.settlement.direct.ReopenUndone;
import io.crosscare.settlement.direct.ReverseByKey;
import io.crosscare.settlement.direct.SettleBill;
import io.crosscare.settlement.direct.SettlementMeters;
import io.crosscare.settlement.direct.SplitRestOfBill;
import io.crosscare.settlement.direct.SweepSettlingVisits;
import io.crosscare.settlement.direct.kafka.EntryOutbox;
import io.crosscare.settlement.direct.kafka.RefusalOutbox;
import io.crosscare.settlement.direct.mongo.MongoBills;
import io.crosscare.settlement.direct.mongo.MongoRefusals;
import io.crosscare.settlement.eligibility.CheckEligibility;
import io.crosscare.settlement.eligibility.DescribeRefusal;
import io.crosscare.settlement.eligibility.KnownFacts;
import io.crosscare.settlement.eligibility.ReadModels;
import io.crosscare.settlement.external.CheckExternalFeed;
import io.crosscare.settlement.intent.Intents;
import io.crosscare.settlement.intent.RecordIntent;
import io.crosscare.settlement.intent.UnresolvedMeters;
import io.crosscare.settlement.intent.mongo.MongoIntents;
import io.crosscare.settlement.interruption.TellInterruption;
import io.crosscare.settlement.invoice.mongo.MongoInvoices;
import io.crosscare.settlement.policy.PolicyPacks;
import io.crosscare.settlement.visit.DischargeStay;
import io.crosscare.settlement.visit.FreezeLines;
import io.crosscare.settlement.visit.UploadFeeLines;
import io.crosscare.settlement.visit.VisitActs;
import io.crosscare.settlement.visit.Visits;
import io.crosscare.settlement.visit.mongo.MongoVisits;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** What settling is made of, feature by feature. */
@Configuration(proxyBeanMethods = false)
class SettlementWiring {

    // chain

    @Bean
    Chain chain(MongoDatabase database) {
        return new MongoChain(database);
    }

    @Bean
    SettlementList settlementList(MongoDatabase database) {
        return new MongoSettlementList(database);
    }

    @Bean
    PersonTurns personTurns(SettlementProperties properties) {
        return new PersonTurns(properties.queuePerPerson());
    }

    // visit

    @Bean
    Visits visits(MongoDatabase database, RandomIds ids) {
        return new MongoVisits(database, ids);
    }

    @Bean
    UploadFeeLines uploadFeeLines(Visits visits) {
        return new UploadFeeLines(visits);
    }

    @Bean
    VisitActs visitActs(Visits visits, Chain chain) {
        return new VisitActs(visits, chain);
    }

    @Bean
    DischargeStay dischargeStay(Visits visits, VisitActs acts) {
        return new DischargeStay(visits, acts);
    }

    // intent

    @Bean
    Intents intents(MongoDatabase database) {
        return new MongoIntents(database);
    }

    @Bean
    RecordIntent recordIntent(
            Intents intents,
            Chain chain,
            PersonTurns turns,
            RecomputeSettlement recomputing,
            ReopenUndone reopenUndone,
            InvoiceRegister invoiceRegister,
            Relay relay,
            MeterRegistry meters,
            Clock clock) {
        return new RecordIntent(
                intents,
                chain,
                turns,
                new SplitRestOfBill(recomputing, clock),
                entry -> reopenUndone.after(entry).then(Mono.defer(() -> invoiceRegister.after(entry))),
                relay::kick,
                new UnresolvedMeters("INTENT", meters, clock),
                clock);
    }

    @Bean
    PeriodicTask intentSweep(RecordIntent recordIntent, SettlementProperties properties) {
        return new PeriodicTask("intents left behind", properties.sweepEvery(), recordIntent::sweep);
    }

    // direct

    @Bean
    Bills bills(MongoDatabase database) {
        return new MongoBills(database);
    }

    @Bean
    Refusals refusals(MongoDatabase database, Traces traces) {
        return new MongoRefusals(database, traces);
    }

    @Bean
    InvoiceRegister invoiceRegister(MongoDatabase database, Chain chain, Visits visits) {
        return new InvoiceRegister(new MongoInvoices(database), chain, visits);
    }

    @Bean
    SettlementMeters settlementMeters(MeterRegistry meters) {
        return new SettlementMeters(meters);
    }

    @Bean
    RegisterVisit registerVisit(
            Visits visits,
            KnownFacts knownFacts,
            CheckEligibility eligibility,
            DescribeRefusal describeRefusal,
            TellInterruption tellInterruption,
            RandomIds ids,
            Clock clock) {
        return new RegisterVisit(visits, knownFacts, eligibility, describeRefusal, tellInterruption, ids, clock);
    }

    @Bean
    PrepareBill prepareBill(
            Visits visits,
            Chain chain,
            CheckEligibility eligibility,
            PolicyPacks policies,
            Catalogues catalogues,
            RandomIds ids) {
        return new PrepareBill(visits, chain, eligibility, policies, catalogues, ids);
    }

    @Bean
    PreviewSettlement previewSettlement(
            PrepareBill prepareBill,
            CheckExternalFeed checkFeed,
            Chain chain,
            KnownFacts knownFacts,
            DescribeRefusal describeRefusal,
            TellInterruption tellInterruption,
            SettlementMeters meters) {
        return new PreviewSettlement(
                prepareBill, checkFeed, chain, knownFacts, describeRefusal, tellInterruption, meters);
    }

    @Bean
    RefuseSettlement refuseSettlement(
            Refusals refusals,
            DescribeRefusal describeRefusal,
            ReadModels copies,
            SettlementMeters meters,
            Relay relay,
            Clock clock) {
        return new RefuseSettlement(refusals, describeRefusal, copies, meters, relay::kick, clock);
    }

    @Bean
    FinishSettlement finishSettlement(
            Visits visits,
            Bills bills,
            PolicyPacks policies,
            Catalogues catalogues,
            Chain chain,
            PersonTurns turns,
            InvoiceRegister invoiceRegister,
            SettlementMeters meters,
            Relay relay,
            Clock clock) {
        return new FinishSettlement(
                visits,
                new FreezeLines(visits),
                bills,
                policies,
                catalogues,
                chain,
                turns,
                invoiceRegister,
                meters,
                relay::kick,
                clock);
    }

    @Bean
    SettleBill settleBill(
            Visits visits,
            Chain chain,
            PersonTurns turns,
            PrepareBill prepareBill,
            CheckExternalFeed checkFeed,
            Bills bills,
            FinishSettlement finishSettlement,
            RefuseSettlement refuseSettlement,
            TellInterruption tellInterruption,
            SettlementMeters meters,
            Traces traces,
            Clock clock) {
        return new SettleBill(
                visits,
                chain,
                turns,
                prepareBill,
                checkFeed,
                bills,
                finishSettlement,
                refuseSettlement,
                tellInterruption,
                meters,
                traces::traceparent,
                clock);
    }

    @Bean
    CancelSettlement cancelSettlement(RecordIntent recordIntent, SettlementMeters meters, Traces traces, Clock clock) {
        return new CancelSettlement(recordIntent, meters, traces::traceparent, clock);
    }

    @Bean
    ReverseByKey reverseByKey(
            Visits visits,
            KnownFacts knownFacts,
            RecordIntent recordIntent,
            SettlementMeters meters,
            Traces traces,
            Clock clock) {
        return new ReverseByKey(visits, knownFacts, recordIntent, meters, traces::traceparent, clock);
    }

    @Bean
    AdjustSettlement adjustSettlement(
            Bills bills,
            Chain chain,
            RecomputeSettlement recomputing,
            RecordIntent recordIntent,
            SettlementMeters meters,
            Traces traces,
            Clock clock) {
        return new AdjustSettlement(bills, chain, recomputing, recordIntent, meters, traces::traceparent, clock);
    }

    @Bean
    ReopenUndone reopenUndone(Visits visits, Chain chain) {
        return new ReopenUndone(visits, chain);
    }

    @Bean
    FindOutcome findOutcome(Visits visits, Intents intents, Chain chain, Refusals refusals) {
        return new FindOutcome(visits, intents, chain, refusals);
    }

    @Bean
    SweepSettlingVisits sweepSettlingVisits(
            Visits visits,
            PersonTurns turns,
            Bills bills,
            FinishSettlement finishSettlement,
            RefuseSettlement refuseSettlement,
            TellInterruption tellInterruption,
            SettlementMeters meters,
            MeterRegistry registry,
            Clock clock) {
        return new SweepSettlingVisits(
                visits,
                turns,
                bills,
                finishSettlement,
                refuseSettlement,
                tellInterruption,
                meters,
                new UnresolvedMeters("SETTLEMENT", registry, clock),
                clock);
    }

    @Bean
    PeriodicTask settlingSweep(SweepSettlingVisits sweep, SettlementProperties properties) {
        return new PeriodicTask("settlements left behind", properties.sweepEvery(), sweep::sweep);
    }

    @Bean
    RecomputeSettlement recomputeSettlement(
            Bills bills, PolicyPacks policies, Catalogues catalogues, SettlementMeters meters) {
        return new RecomputeSettlement(bills, policies, catalogues, meters);
    }

    @Bean
    ExplainSettlement explainSettlement(RecomputeSettlement recomputing) {
        return new ExplainSettlement(recomputing);
    }

    @Bean
    Outbox entryOutbox(Visits visits, Intents intents, Chain chain) {
        return new EntryOutbox(List.of(visits, intents), chain);
    }

    @Bean
    Outbox refusalOutbox(Refusals refusals) {
        return new RefusalOutbox(refusals);
    }

    @Bean
    Indexes settlementIndexes() {
        Stream<List<Index>> all = Stream.of(
                MongoChain.indexes(),
                MongoSettlementList.indexes(),
                MongoVisits.indexes(),
                MongoIntents.indexes(),
                MongoRefusals.indexes());
        return new Indexes(all.flatMap(List::stream).toList());
    }
}
