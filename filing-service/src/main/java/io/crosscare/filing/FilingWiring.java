package io.crosscare.filing;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.agency.Agencies;
import io.crosscare.chassis.agency.kafka.KeepAgencies;
import io.crosscare.chassis.agency.mongo.MongoAgencies;
import io.crosscare.chassis.crypto.BlindIndex;
import io.crosscare.chassis.crypto.FieldCipher;
import io.crosscare.chassis.event.EventHandler;
import io.crosscare.chassis.event.Outbox;
import io.crosscare.chassis.event.Relay;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.mongo.Indexes;
import io.crosscare.chassis.observability.Traces;
import io.crosscare.chassis.run.PeriodicTask;
import io.crosscare.filing.batch.Batches;
import io.crosscare.filing.batch.ReceiveBatch;
import io.crosscare.filing.batch.RowHandler;
import io.crosscare.filing.batch.mongo.MongoBatches;
import io.crosscare.filing.batch.web.BatchDoors;
import io.crosscare.filing.disclosure.DiscloseInsuredPerson;
import io.crosscare.filing.disclosure.NotePersonalDataReads;
import io.crosscare.filing.disclosure.PersonalDataReads;
import io.crosscare.filing.disclosure.mongo.MongoPersonalDataReads;
import io.crosscare.filing.eligibility.CheckFiling;
import io.crosscare.filing.employer.LodgeEmployerRows;
import io.crosscare.filing.insured.HostedRegions;
import io.crosscare.filing.insured.InsuredPersons;
import io.crosscare.filing.insured.LookUpInsuredPerson;
import io.crosscare.filing.insured.RegisterInsuredPerson;
import io.crosscare.filing.insured.kafka.InsuredPersonOutbox;
import io.crosscare.filing.insured.mongo.MongoInsuredPersons;
import io.crosscare.filing.insured.web.InsuredPersonRows;
import io.crosscare.filing.lodging.ChangeFiling;
import io.crosscare.filing.lodging.FilingActs;
import io.crosscare.filing.lodging.FilingRules;
import io.crosscare.filing.lodging.Filings;
import io.crosscare.filing.lodging.FindFiledSettlements;
import io.crosscare.filing.lodging.InstitutionLevels;
import io.crosscare.filing.lodging.LodgeFiling;
import io.crosscare.filing.lodging.PersonChains;
import io.crosscare.filing.lodging.Receipts;
import io.crosscare.filing.lodging.ReplaceFiling;
import io.crosscare.filing.lodging.ReviewFiling;
import io.crosscare.filing.lodging.SupplementFiling;
import io.crosscare.filing.lodging.WarnOfFiling;
import io.crosscare.filing.lodging.WithdrawFiling;
import io.crosscare.filing.lodging.kafka.FilingOutbox;
import io.crosscare.filing.lodging.kafka.KeepInstitutionLevels;
import io.crosscare.filing.lodging.mongo.MongoFilings;
import io.crosscare.filing.lodging.mongo.MongoInstitutionLevels;
import io.crosscare.filing.lodging.pack.FilingRulesPack;
import io.crosscare.filing.notice.Notices;
import io.crosscare.filing.notice.OpenStays;
import io.crosscare.filing.notice.TellOfStays;
import io.crosscare.filing.notice.TellOfTime;
import io.crosscare.filing.notice.mongo.MongoNotices;
import io.crosscare.filing.paper.KeepPapers;
import io.crosscare.filing.paper.Papers;
import io.crosscare.filing.paper.mongo.MongoPapers;
import io.crosscare.filing.refusal.Refusals;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/** What the service is made of, feature by feature. */
@Configuration(proxyBeanMethods = false)
class FilingWiring {

    /** An interrupted replacement is rare, and its caller waits for no sweep. */
    private static final Duration REPLACEMENT_PAUSE = Duration.ofSeconds(5);

    /** How long after midnight a day may be told. */
    private static final Duration DAY_PAUSE = Duration.ofMinutes(1);

    // agency, refusal

    @Bean
    Agencies agencies(MongoDatabase database) {
        return new MongoAgencies(database);
    }

    @Bean
    KeepAgencies keepAgencies(Agencies agencies) {
        return new KeepAgencies(agencies);
    }

    @Bean
    Refusals refusals(Agencies agencies, MeterRegistry meters) {
        return new Refusals(agencies, meters);
    }

    // insured

    @Bean
    InsuredPersons insuredPersons(MongoDatabase database, FieldCipher cipher, BlindIndex blindIndex, Traces traces) {
        return new MongoInsuredPersons(database, cipher, blindIndex, traces);
    }

    @Bean
    Indexes insuredPersonIndexes() {
        return MongoInsuredPersons.INDEXES;
    }

    @Bean
    Outbox insuredPersonOutbox(InsuredPersons persons) {
        return new InsuredPersonOutbox(persons);
    }

    @Bean
    HostedRegions hostedRegions(FilingRules rules) {
        return new HostedRegions(rules.regions());
    }

    @Bean
    RegisterInsuredPerson registerInsuredPerson(InsuredPersons persons, RandomIds ids, Clock clock, Relay relay) {
        return new RegisterInsuredPerson(persons, ids, clock, relay::kick);
    }

    @Bean
    LookUpInsuredPerson lookUpInsuredPerson(InsuredPersons persons) {
        return new LookUpInsuredPerson(persons);
    }

    // disclosure

    @Bean
    PersonalDataReads personalDataReads(MongoDatabase database) {
        return new MongoPersonalDataReads(database);
    }

    @Bean
    Indexes personalDataReadIndexes() {
        return MongoPersonalDataReads.INDEXES;
    }

    @Bean
    NotePersonalDataReads notePersonalDataReads(PersonalDataReads reads, RandomIds ids, Clock clock, Traces traces) {
        return new NotePersonalDataReads(reads, ids, clock, traces);
    }

    @Bean
    DiscloseInsuredPerson discloseInsuredPerson(
            InsuredPersons persons, PersonalDataReads reads, RandomIds ids, Clock clock, Traces traces) {
        return new DiscloseInsuredPerson(persons, reads, ids, clock, traces);
    }

    // batch

    @Bean
    Batches batches(MongoDatabase database) {
        return new MongoBatches(database);
    }

    @Bean
    Indexes batchIndexes() {
        return MongoBatches.INDEXES;
    }

    @Bean
    RowHandler<?> insuredPersonRows(RegisterInsuredPerson registering, HostedRegions hostedRegions, JsonMapper json) {
        return new InsuredPersonRows(registering, hostedRegions, json);
    }

    @Bean
    ReceiveBatch receiveBatch(Batches batches, BlindIndex blindIndex, RandomIds ids, Clock clock) {
        return new ReceiveBatch(batches, blindIndex, ids, clock, Schedulers.boundedElastic());
    }

    @Bean
    BatchDoors batchDoors(
            ReceiveBatch receiving,
            Batches batches,
            List<RowHandler<?>> handlers,
            HostedRegions hostedRegions,
            Clock clock,
            MeterRegistry meters) {
        return new BatchDoors(receiving, batches, handlers, hostedRegions.regions(), clock, meters);
    }

    // lodging

    @Bean
    FilingRules filingRules() {
        return FilingRulesPack.load("/filing-rules.json");
    }

    @Bean
    Filings filings(MongoDatabase database, Traces traces) {
        return new MongoFilings(database, traces);
    }

    @Bean
    Indexes filingIndexes() {
        return MongoFilings.INDEXES;
    }

    @Bean
    Outbox filingOutbox(Filings filings) {
        return new FilingOutbox(filings);
    }

    @Bean
    InstitutionLevels institutionLevels(MongoDatabase database) {
        return new MongoInstitutionLevels(database);
    }

    @Bean
    EventHandler keepInstitutionLevels(InstitutionLevels levels) {
        return new KeepInstitutionLevels(levels);
    }

    @Bean
    LodgeFiling lodgeFiling(
            InsuredPersons persons,
            Filings filings,
            FilingRules rules,
            InstitutionLevels levels,
            BlindIndex blindIndex,
            RandomIds ids,
            Clock clock,
            FilingFeedWiring.FilingNews news) {
        return new LodgeFiling(persons, filings, rules, levels, blindIndex, ids, clock, news::announce);
    }

    @Bean
    WarnOfFiling warnOfFiling(InsuredPersons persons, FilingRules rules) {
        return new WarnOfFiling(persons, rules);
    }

    @Bean
    Receipts receipts(BlindIndex blindIndex) {
        return new Receipts(blindIndex);
    }

    @Bean
    FilingActs filingActs(Filings filings, FilingFeedWiring.FilingNews news) {
        return new FilingActs(filings, news::announce);
    }

    @Bean
    ReplaceFiling replaceFiling(
            InsuredPersons persons,
            Filings filings,
            FilingRules rules,
            InstitutionLevels levels,
            RandomIds ids,
            Clock clock,
            FilingFeedWiring.FilingNews news) {
        return new ReplaceFiling(persons, filings, rules, levels, ids, clock, news::announce);
    }

    @Bean
    PeriodicTask filingReplacements(ReplaceFiling replacing) {
        return new PeriodicTask("filing-replacements", REPLACEMENT_PAUSE, replacing::sweep);
    }

    @Bean
    ChangeFiling changeFiling(
            FilingActs acts,
            ReplaceFiling replacing,
            Filings filings,
            FilingRules rules,
            Receipts receipts,
            Clock clock) {
        return new ChangeFiling(acts, replacing, filings, rules, receipts, clock);
    }

    @Bean
    WithdrawFiling withdrawFiling(FilingActs acts, FilingRules rules, Receipts receipts, Clock clock) {
        return new WithdrawFiling(acts, rules, receipts, clock);
    }

    @Bean
    ReviewFiling reviewFiling(FilingActs acts, FilingRules rules, Receipts receipts, Clock clock) {
        return new ReviewFiling(acts, rules, receipts, clock);
    }

    @Bean
    SupplementFiling supplementFiling(
            FilingActs acts,
            InsuredPersons persons,
            FilingRules rules,
            InstitutionLevels levels,
            Receipts receipts,
            Clock clock) {
        return new SupplementFiling(acts, persons, rules, levels, receipts, clock);
    }

    @Bean
    FindFiledSettlements findFiledSettlements(PersonChains chains) {
        return new FindFiledSettlements(chains);
    }

    // paper

    @Bean
    Papers papers(MongoDatabase database, FieldCipher cipher) {
        return new MongoPapers(database, cipher);
    }

    @Bean
    Indexes paperIndexes() {
        return MongoPapers.INDEXES;
    }

    @Bean
    KeepPapers keepPapers(
            Filings filings,
            FilingRules rules,
            Papers papers,
            NotePersonalDataReads noting,
            Receipts receipts,
            Clock clock) {
        return new KeepPapers(filings, rules, papers, noting, receipts, clock);
    }

    // notice

    @Bean
    Notices notices(MongoDatabase database) {
        return new MongoNotices(database);
    }

    @Bean
    Indexes noticeIndexes() {
        return MongoNotices.INDEXES;
    }

    @Bean
    TellOfTime tellOfTime(Filings filings, FilingRules rules, Notices notices, Clock clock, MeterRegistry meters) {
        return new TellOfTime(filings, rules, notices, clock, meters);
    }

    @Bean
    PeriodicTask filingDays(TellOfTime tellOfTime) {
        return new PeriodicTask("filing-days", DAY_PAUSE, tellOfTime::catchUp);
    }

    @Bean
    TellOfStays tellOfStays(
            Filings filings, FilingRules rules, OpenStays stays, Notices notices, Clock clock, MeterRegistry meters) {
        return new TellOfStays(filings, rules, stays, notices, clock, meters);
    }

    @Bean
    PeriodicTask filingStays(TellOfStays tellOfStays) {
        return new PeriodicTask("filing-stays", DAY_PAUSE, tellOfStays::catchUp);
    }

    // employer

    @Bean
    RowHandler<?> employerRows(
            InsuredPersons persons, LodgeFiling lodging, FilingRules rules, Clock clock, MeterRegistry meters) {
        return new LodgeEmployerRows(persons, lodging, rules, clock, meters);
    }

    // eligibility

    @Bean
    CheckFiling checkFiling(Filings filings) {
        return new CheckFiling(filings);
    }
}
