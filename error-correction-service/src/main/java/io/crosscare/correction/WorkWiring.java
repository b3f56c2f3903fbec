package io.crosscare.correction;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.agency.Agencies;
import io.crosscare.chassis.agency.kafka.KeepAgencies;
import io.crosscare.chassis.agency.mongo.MongoAgencies;
import io.crosscare.chassis.crypto.BlindIndex;
import io.crosscare.chassis.run.PeriodicTask;
import io.crosscare.correction.deadline.model.Terms;
import io.crosscare.correction.deadline.pack.TermsPack;
import io.crosscare.correction.desk.ChangeCase;
import io.crosscare.correction.desk.CorrectionCases;
import io.crosscare.correction.desk.CountWorkload;
import io.crosscare.correction.desk.KnownOffices;
import io.crosscare.correction.desk.ReportAutomation;
import io.crosscare.correction.desk.WatchDeadlines;
import io.crosscare.correction.desk.WorkOnCase;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How people work on cases: with whom they lie, and until when. */
@Configuration(proxyBeanMethods = false)
class WorkWiring {

    @Bean
    Agencies agencies(MongoDatabase database) {
        return new MongoAgencies(database);
    }

    @Bean
    KeepAgencies keepAgencies(Agencies agencies) {
        return new KeepAgencies(agencies);
    }

    @Bean
    KnownOffices knownOffices(Agencies agencies) {
        return new KnownOffices(agencies);
    }

    @Bean
    Terms terms() {
        return TermsPack.load("/deadlines.json");
    }

    @Bean
    WorkOnCase workOnCase(
            CorrectionCases cases,
            ChangeCase changeCase,
            KnownOffices knownOffices,
            BlindIndex blindIndex,
            Clock clock) {
        return new WorkOnCase(cases, changeCase, knownOffices, blindIndex, clock);
    }

    @Bean
    CountWorkload countWorkload(CorrectionCases cases, Clock clock) {
        return new CountWorkload(cases, clock);
    }

    @Bean
    ReportAutomation reportAutomation(CorrectionCases cases, Clock clock) {
        return new ReportAutomation(cases, clock);
    }

    @Bean
    PeriodicTask deadlineTask(
            CorrectionCases cases,
            ChangeCase changeCase,
            KnownOffices knownOffices,
            Clock clock,
            CorrectionProperties properties) {
        WatchDeadlines watch = new WatchDeadlines(cases, changeCase, knownOffices, clock);
        return new PeriodicTask("deadlines of cases", properties.watchEvery(), watch::watch);
    }
}
