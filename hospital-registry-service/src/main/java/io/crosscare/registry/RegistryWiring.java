package io.crosscare.registry;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.event.Relay;
import io.crosscare.chassis.mongo.Indexes;
import io.crosscare.chassis.run.PeriodicTask;
import io.crosscare.chassis.run.StartupTask;
import io.crosscare.registry.directory.AskAdmission;
import io.crosscare.registry.directory.AskConnection;
import io.crosscare.registry.directory.AskUsableInstitutions;
import io.crosscare.registry.directory.FindInstitutions;
import io.crosscare.registry.directory.InstitutionDirectory;
import io.crosscare.registry.directory.Institutions;
import io.crosscare.registry.directory.ReadInstitution;
import io.crosscare.registry.directory.RecordFacts;
import io.crosscare.registry.directory.Register;
import io.crosscare.registry.keeping.ImportInstitutions;
import io.crosscare.registry.keeping.InstitutionRows;
import io.crosscare.registry.keeping.KeepInstitution;
import io.crosscare.registry.model.Agency;
import io.crosscare.registry.model.CapabilityBook;
import io.crosscare.registry.model.ConnectivityRow;
import io.crosscare.registry.model.Institution;
import io.crosscare.registry.model.RegionBook;
import io.crosscare.registry.mongo.MongoInstitutions;
import io.crosscare.registry.mongo.MongoRegister;
import io.crosscare.registry.pinyin.Pinyin4jReadings;
import io.crosscare.registry.seed.SeedFacts;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** What the registry is made of. */
@Configuration(proxyBeanMethods = false)
class RegistryWiring {

    private static final Duration CATCH_UP_EVERY = Duration.ofSeconds(10);

    @Bean
    SeedFacts seedFacts(RegistryProperties properties) {
        return SeedFacts.shipped(properties.hosted());
    }

    @Bean
    RegionBook regionBook(SeedFacts facts) {
        return facts.regions();
    }

    @Bean
    CapabilityBook capabilityBook(SeedFacts facts) {
        return facts.capabilities();
    }

    @Bean
    MongoInstitutions institutions(MongoDatabase database, CapabilityBook kinds, Clock clock) {
        return new MongoInstitutions(database, kinds, clock);
    }

    @Bean
    MongoRegister<Agency, ?> agencies(MongoDatabase database, Clock clock) {
        return MongoRegister.ofAgencies(database, clock);
    }

    @Bean
    MongoRegister<ConnectivityRow, ?> connectivity(MongoDatabase database, Clock clock) {
        return MongoRegister.ofConnectivity(database, clock);
    }

    @Bean
    Indexes indexes() {
        return MongoRegister.indexes();
    }

    @Bean
    InstitutionDirectory institutionDirectory(Institutions institutions) {
        return new InstitutionDirectory(institutions, new Pinyin4jReadings());
    }

    /** Read once before the service is ready, after what it came with is there. */
    @Bean
    StartupTask directoryStartupTask(InstitutionDirectory directory) {
        return new StartupTask(
                "directory", StartupTask.SEEDS + 1, () -> directory.upToDate().then());
    }

    @Bean
    FindInstitutions findInstitutions(InstitutionDirectory directory) {
        return new FindInstitutions(directory);
    }

    @Bean
    AskConnection askConnection(Register<ConnectivityRow> connectivity, RegionBook regions) {
        return new AskConnection(connectivity, regions);
    }

    @Bean
    AskUsableInstitutions askUsableInstitutions(
            AskConnection askConnection,
            InstitutionDirectory directory,
            Register<Agency> agencies,
            RegionBook regions) {
        return new AskUsableInstitutions(askConnection, directory, agencies, regions);
    }

    @Bean
    AskAdmission askAdmission(Register<Institution> institutions, AskConnection askConnection) {
        return new AskAdmission(institutions, askConnection);
    }

    @Bean
    RecordFacts recordFacts(
            Register<Agency> agencies,
            Register<Institution> institutions,
            Register<ConnectivityRow> connectivity,
            Relay relay) {
        return new RecordFacts(agencies, institutions, connectivity, relay::kick);
    }

    /** Before anything reads them: a process may have ended between a change and its record. */
    @Bean
    StartupTask institutionsStartupTask(Institutions institutions) {
        return new StartupTask("institutions", StartupTask.SEEDS - 1, institutions::catchUp);
    }

    @Bean
    PeriodicTask institutionsTask(Institutions institutions) {
        return new PeriodicTask("institutions", CATCH_UP_EVERY, institutions::catchUp);
    }

    @Bean
    ReadInstitution readInstitution(Institutions institutions) {
        return new ReadInstitution(institutions);
    }

    @Bean
    KeepInstitution keepInstitution(Institutions institutions, Relay relay, Clock clock) {
        return new KeepInstitution(institutions, relay::kick, clock);
    }

    @Bean
    ImportInstitutions importInstitutions(
            Institutions institutions, RegionBook regions, CapabilityBook kinds, Relay relay, Clock clock) {
        return new ImportInstitutions(institutions, new InstitutionRows(regions, kinds), relay::kick, clock);
    }

    /** An installation that brings its own facts switches the shipped ones off. */
    @Bean
    @ConditionalOnProperty(name = "crosscare.seed.enabled", matchIfMissing = true)
    StartupTask seedStartupTask(RecordFacts recordFacts, SeedFacts facts) {
        return new StartupTask(
                "seed",
                StartupTask.SEEDS,
                () -> recordFacts
                        .record(facts.agencies(), facts.institutions(), facts.connectivity())
                        .flatMap(_ -> Mono.empty()));
    }
}
