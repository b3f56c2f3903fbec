package io.crosscare.correction;

import io.crosscare.chassis.crypto.BlindIndex;
import io.crosscare.chassis.event.EventHandler;
import io.crosscare.chassis.run.PeriodicTask;
import io.crosscare.correction.chain.ChainOwner;
import io.crosscare.correction.chain.model.ChainEntry;
import io.crosscare.correction.desk.CaseMeters;
import io.crosscare.correction.desk.ChangeCase;
import io.crosscare.correction.desk.CorrectionCases;
import io.crosscare.correction.desk.CountPatients;
import io.crosscare.correction.desk.FindEntry;
import io.crosscare.correction.desk.HurryCases;
import io.crosscare.correction.desk.Neighbours;
import io.crosscare.correction.desk.RecheckCases;
import io.crosscare.correction.desk.RecordUpload;
import io.crosscare.correction.desk.RepairCase;
import io.crosscare.correction.desk.kafka.ConnectivityTopic;
import io.crosscare.correction.desk.kafka.InstitutionTopic;
import io.crosscare.correction.desk.kafka.PersonTopic;
import io.crosscare.correction.desk.kafka.UploadTopic;
import io.crosscare.correction.desk.model.CommonCauses;
import io.crosscare.correction.desk.model.RuleBase;
import io.crosscare.correction.desk.pack.DiagnosisPack;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the desk finds out and does by itself. */
@Configuration(proxyBeanMethods = false)
class RepairWiring {

    @Bean
    DiagnosisPack diagnosisPack() {
        return DiagnosisPack.load(DiagnosisPack.SHIPPED);
    }

    @Bean
    RuleBase ruleBase(DiagnosisPack pack) {
        return pack.toRules();
    }

    @Bean
    CommonCauses commonCauses(DiagnosisPack pack) {
        return pack.toCommonCauses();
    }

    @Bean
    FindEntry findEntry(ChainOwner owner) {
        return (person, entryId) -> owner.from(person, seqOf(entryId))
                .flatMapMany(Flux::fromIterable)
                .next()
                .flatMap(entry -> Mono.justOrEmpty(entry.concern()))
                .map(ChainEntry.Concern::entry)
                .filter(entry -> entry.entryId().equals(entryId));
    }

    /** An entry is named by its person and its place. */
    private static long seqOf(String entryId) {
        return Long.parseLong(entryId.substring(entryId.indexOf(':') + 1));
    }

    @Bean
    RecheckCases recheckCases(
            CorrectionCases cases,
            Neighbours neighbours,
            FindEntry findEntry,
            ChangeCase changeCase,
            CaseMeters meters,
            Clock clock) {
        return new RecheckCases(cases, neighbours, findEntry, changeCase, meters, clock);
    }

    @Bean
    PeriodicTask recheckTask(RecheckCases recheckCases, CorrectionProperties properties) {
        return new PeriodicTask("bills to be checked again", properties.recheckEvery(), recheckCases::recheck);
    }

    @Bean
    PeriodicTask patientsTask(
            CorrectionCases cases, ChangeCase changeCase, Clock clock, CorrectionProperties properties) {
        return new PeriodicTask(
                "patients of common cases", properties.askEvery(), new CountPatients(cases, changeCase, clock)::count);
    }

    @Bean
    RepairCase repairCase(
            CorrectionCases cases,
            ChangeCase changeCase,
            RecheckCases recheckCases,
            PeriodicTask askingTask,
            BlindIndex blindIndex,
            Clock clock) {
        return new RepairCase(cases, changeCase, recheckCases, askingTask::kick, blindIndex, clock);
    }

    @Bean
    HurryCases hurryCases(CorrectionCases cases, ChangeCase changeCase, Clock clock) {
        return new HurryCases(cases, changeCase, clock);
    }

    @Bean
    RecordUpload recordUpload(CorrectionCases cases, ChangeCase changeCase, Clock clock) {
        return new RecordUpload(cases, changeCase, clock);
    }

    @Bean
    EventHandler uploadHandler(RecordUpload recordUpload) {
        return new UploadTopic(recordUpload);
    }

    @Bean
    EventHandler personHandler(HurryCases hurryCases) {
        return new PersonTopic(hurryCases);
    }

    @Bean
    EventHandler institutionHandler(HurryCases hurryCases) {
        return new InstitutionTopic(hurryCases);
    }

    @Bean
    EventHandler connectivityHandler(HurryCases hurryCases) {
        return new ConnectivityTopic(hurryCases);
    }
}
