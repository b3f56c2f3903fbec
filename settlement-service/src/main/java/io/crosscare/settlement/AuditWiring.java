package io.crosscare.settlement;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.mongo.Indexes;
import io.crosscare.chassis.run.PeriodicTask;
import io.crosscare.settlement.audit.AuditMeters;
import io.crosscare.settlement.audit.Auditor;
import io.crosscare.settlement.audit.Audits;
import io.crosscare.settlement.audit.OwnedRecords;
import io.crosscare.settlement.audit.ProjectedHeads;
import io.crosscare.settlement.audit.RequestAudit;
import io.crosscare.settlement.audit.RunAudits;
import io.crosscare.settlement.audit.ScheduleAudits;
import io.crosscare.settlement.audit.mongo.MongoAuditedRecords;
import io.crosscare.settlement.audit.mongo.MongoAudits;
import io.crosscare.settlement.catalogue.CatalogueShelf;
import io.crosscare.settlement.catalogue.mongo.MongoCatalogues;
import io.crosscare.settlement.chain.StoredEntries;
import io.crosscare.settlement.chain.mongo.MongoStoredEntries;
import io.crosscare.settlement.direct.mongo.MongoStoredBills;
import io.crosscare.settlement.document.mongo.MongoDocuments;
import io.crosscare.settlement.export.ExportChains;
import io.crosscare.settlement.intent.mongo.MongoStoredIntents;
import io.crosscare.settlement.policy.PolicyShelf;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** What auditing is made of: readers of what is stored, the rules, and who has them run. */
@Configuration(proxyBeanMethods = false)
class AuditWiring {

    private static final Duration TURN_PAUSE = Duration.ofSeconds(5);
    private static final Duration SCHEDULE_PAUSE = Duration.ofMinutes(1);

    /** One thread: an audit takes no more than one core from those who settle. */
    @Bean(destroyMethod = "dispose")
    Scheduler auditWorker() {
        return Schedulers.newSingle("audit", true);
    }

    @Bean
    StoredEntries storedEntries(MongoDatabase database, Scheduler auditWorker) {
        return new MongoStoredEntries(database, auditWorker);
    }

    @Bean
    ExportChains exportChains(StoredEntries entries, Clock clock) {
        return new ExportChains(entries, clock);
    }

    /** Policies and catalogues are read anew for each audit: what is in memory says nothing of the store. */
    @Bean
    Auditor auditor(
            MongoDatabase database,
            StoredEntries entries,
            ProjectedHeads projectedHeads,
            OwnedRecords ownedRecords,
            Scheduler auditWorker,
            AuditProperties properties,
            Clock clock) {
        Auditor.Sources sources = new Auditor.Sources(
                entries,
                new MongoStoredBills(database, auditWorker),
                new MongoStoredIntents(database),
                new MongoAuditedRecords(database),
                projectedHeads,
                ownedRecords,
                () -> new PolicyShelf(new MongoDocuments(database, "policies", clock)),
                () -> new CatalogueShelf(new MongoCatalogues(database, clock)));
        return new Auditor(sources, auditWorker, properties.pause(), properties.patience());
    }

    @Bean
    Audits audits(MongoDatabase database) {
        return new MongoAudits(database);
    }

    @Bean
    AuditMeters auditMeters(MeterRegistry meters) {
        return new AuditMeters(meters);
    }

    @Bean
    RunAudits runAudits(Audits audits, Auditor auditor, AuditMeters meters, RandomIds ids, Clock clock) {
        return new RunAudits(audits, auditor, meters, ids, clock);
    }

    @Bean
    PeriodicTask auditTurns(RunAudits runAudits, AuditProperties properties) {
        return new PeriodicTask("audits", TURN_PAUSE, properties.deadline(), runAudits::turn);
    }

    @Bean
    RequestAudit requestAudit(Audits audits, RunAudits runAudits, PeriodicTask auditTurns, RandomIds ids, Clock clock) {
        return new RequestAudit(audits, runAudits, auditTurns::kick, ids, clock);
    }

    @Bean
    PeriodicTask auditSchedule(RequestAudit requestAudit, AuditProperties properties, Clock clock) {
        ScheduleAudits schedule = new ScheduleAudits(requestAudit, properties.nightlyAt(), clock);
        return new PeriodicTask(
                "nightly audit", SCHEDULE_PAUSE, () -> properties.nightly() ? schedule.turn() : Mono.empty());
    }

    @Bean
    Indexes auditIndexes() {
        return new Indexes(MongoAudits.indexes());
    }
}
