package io.crosscare.correction;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.crypto.BlindIndex;
import io.crosscare.chassis.event.EventHandler;
import io.crosscare.chassis.event.Outbox;
import io.crosscare.chassis.event.Relay;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.mongo.Index;
import io.crosscare.chassis.mongo.Indexes;
import io.crosscare.chassis.run.PeriodicTask;
import io.crosscare.correction.chain.ChainOwner;
import io.crosscare.correction.chain.FollowChain;
import io.crosscare.correction.chain.Heads;
import io.crosscare.correction.chain.kafka.SettlementTopic;
import io.crosscare.correction.chain.mongo.MongoHeads;
import io.crosscare.correction.deadline.model.Terms;
import io.crosscare.correction.desk.AskNeighbours;
import io.crosscare.correction.desk.CaseMeters;
import io.crosscare.correction.desk.ChangeCase;
import io.crosscare.correction.desk.CommentOnCase;
import io.crosscare.correction.desk.CorrectionCases;
import io.crosscare.correction.desk.CountOpenCases;
import io.crosscare.correction.desk.Neighbours;
import io.crosscare.correction.desk.RecordEntry;
import io.crosscare.correction.desk.RecordFiling;
import io.crosscare.correction.desk.RecordRefusal;
import io.crosscare.correction.desk.ScopeEntries;
import io.crosscare.correction.desk.kafka.CaseOutbox;
import io.crosscare.correction.desk.kafka.FilingTopic;
import io.crosscare.correction.desk.kafka.RefusalTopic;
import io.crosscare.correction.desk.model.CommonCauses;
import io.crosscare.correction.desk.model.RuleBase;
import io.crosscare.correction.desk.mongo.MongoCorrectionCases;
import io.crosscare.correction.desk.mongo.MongoScopeEntries;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of this service and how they fit. */
@Configuration(proxyBeanMethods = false)
class CorrectionWiring {

    // desk

    @Bean
    CorrectionCases correctionCases(MongoDatabase database) {
        return new MongoCorrectionCases(database);
    }

    @Bean
    ScopeEntries scopeEntries(MongoDatabase database) {
        return new MongoScopeEntries(database);
    }

    @Bean
    CaseMeters caseMeters(MeterRegistry meters, Clock clock) {
        return new CaseMeters(meters, clock);
    }

    @Bean
    ChangeCase changeCase(CorrectionCases cases, CaseMeters meters, RuleBase rules, Terms terms, Relay relay) {
        return new ChangeCase(cases, meters, rules, terms, relay::kick);
    }

    @Bean
    AskNeighbours askNeighbours(
            CorrectionCases cases, Neighbours neighbours, ChangeCase changeCase, CaseMeters meters, Clock clock) {
        return new AskNeighbours(cases, neighbours, changeCase, meters, clock);
    }

    @Bean
    PeriodicTask askingTask(AskNeighbours askNeighbours, CorrectionProperties properties) {
        return new PeriodicTask("questions to neighbours", properties.askEvery(), askNeighbours::ask);
    }

    @Bean
    RecordRefusal recordRefusal(
            ScopeEntries entries,
            ChangeCase changeCase,
            CommonCauses commonCauses,
            CaseMeters meters,
            PeriodicTask askingTask,
            Clock clock) {
        return new RecordRefusal(entries, changeCase, commonCauses, meters, askingTask::kick, clock);
    }

    @Bean
    RecordEntry recordEntry(CorrectionCases cases, ScopeEntries entries, ChangeCase changeCase, Clock clock) {
        return new RecordEntry(cases, entries, changeCase, clock);
    }

    @Bean
    RecordFiling recordFiling(CorrectionCases cases, ChangeCase changeCase, Clock clock) {
        return new RecordFiling(cases, changeCase, clock);
    }

    @Bean
    CommentOnCase commentOnCase(
            CorrectionCases cases, ChangeCase changeCase, BlindIndex blindIndex, RandomIds ids, Clock clock) {
        return new CommentOnCase(cases, changeCase, blindIndex, ids, clock);
    }

    @Bean
    PeriodicTask countingTask(CorrectionCases cases, CaseMeters meters, CorrectionProperties properties) {
        return new PeriodicTask(
                "count of open cases", properties.countEvery(), new CountOpenCases(cases, meters)::count);
    }

    @Bean
    EventHandler refusalHandler(RecordRefusal recordRefusal) {
        return RefusalTopic.ofRefusals(recordRefusal);
    }

    @Bean
    EventHandler interruptionHandler(RecordRefusal recordRefusal) {
        return RefusalTopic.ofInterruptions(recordRefusal);
    }

    @Bean
    EventHandler filingHandler(RecordFiling recordFiling) {
        return new FilingTopic(recordFiling);
    }

    @Bean
    Outbox caseOutbox(CorrectionCases cases) {
        return new CaseOutbox(cases);
    }

    // chain

    @Bean
    Heads heads(MongoDatabase database) {
        return new MongoHeads(database);
    }

    @Bean
    FollowChain followChain(Heads heads, ChainOwner owner, RecordEntry recordEntry, MeterRegistry meters) {
        return new FollowChain(heads, owner, recordEntry, meters);
    }

    @Bean
    EventHandler settlementHandler(FollowChain followChain) {
        return new SettlementTopic(followChain);
    }

    @Bean
    Indexes indexes() {
        Stream<List<Index>> all = Stream.of(MongoCorrectionCases.indexes(), MongoScopeEntries.indexes());
        return new Indexes(all.flatMap(List::stream).toList());
    }
}
