package io.crosscare.correction;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.crypto.BlindIndex;
import io.crosscare.chassis.crypto.FieldCipher;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.mongo.Indexes;
import io.crosscare.chassis.observability.Traces;
import io.crosscare.correction.desk.CorrectionCases;
import io.crosscare.correction.desk.RecordRefusal;
import io.crosscare.correction.report.AttachToCase;
import io.crosscare.correction.report.CasePapers;
import io.crosscare.correction.report.DisclosePapers;
import io.crosscare.correction.report.ReportByHand;
import io.crosscare.correction.report.mongo.MongoCasePapers;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people bring to cases. */
@Configuration(proxyBeanMethods = false)
class ReportWiring {

    @Bean
    CasePapers casePapers(MongoDatabase database, FieldCipher cipher) {
        return new MongoCasePapers(database, cipher);
    }

    @Bean
    Indexes casePaperIndexes() {
        return new Indexes(MongoCasePapers.indexes());
    }

    @Bean
    ReportByHand reportByHand(
            CorrectionCases cases,
            RecordRefusal recordRefusal,
            CasePapers papers,
            BlindIndex blindIndex,
            RandomIds ids,
            Clock clock) {
        return new ReportByHand(cases, recordRefusal, papers, blindIndex, ids, clock);
    }

    @Bean
    AttachToCase attachToCase(CorrectionCases cases, CasePapers papers, BlindIndex blindIndex, Clock clock) {
        return new AttachToCase(cases, papers, blindIndex, clock);
    }

    @Bean
    DisclosePapers disclosePapers(CorrectionCases cases, CasePapers papers, Traces traces, Clock clock) {
        return new DisclosePapers(cases, papers, traces, clock);
    }
}
