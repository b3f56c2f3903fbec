package io.crosscare.registry;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.event.Relay;
import io.crosscare.chassis.event.Topic;
import io.crosscare.chassis.mongo.Indexes;
import io.crosscare.chassis.run.StartupTask;
import io.crosscare.registry.directory.AskAdmission;
import io.crosscare.registry.directory.AskConnection;
import io.crosscare.registry.directory.FindInstitutions;
import io.crosscare.registry.directory.PublishedTopics;
import io.crosscare.registry.directory.RecordFacts;
import io.crosscare.registry.directory.Register;
import io.crosscare.registry.model.Agency;
import io.crosscare.registry.model.ConnectivityRow;
import io.crosscare.registry.model.Institution;
import io.crosscare.registry.model.RegionBook;
import io.crosscare.registry.mongo.MongoRegister;
import io.crosscare.registry.seed.SeedFacts;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** What the registry is made of. */
@Configuration(proxyBeanMethods = false)
class RegistryWiring {

    @Bean
    SeedFacts seedFacts(RegistryProperties properties) {
        return SeedFacts.shipped(properties.hosted());
    }

    @Bean
    RegionBook regionBook(SeedFacts facts) {
        return facts.regions();
    }

    @Bean
    MongoRegister<Institution, ?> institutions(MongoDatabase database, Clock clock) {
        return MongoRegister.ofInstitutions(database, clock);
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
    Topic institutionTopic() {
        return PublishedTopics.INSTITUTION;
    }

    @Bean
    Topic agencyTopic() {
        return PublishedTopics.AGENCY;
    }

    @Bean
    Topic connectivityTopic() {
        return PublishedTopics.CONNECTIVITY;
    }

    @Bean
    FindInstitutions findInstitutions(Register<Institution> institutions) {
        return new FindInstitutions(institutions);
    }

    @Bean
    AskConnection askConnection(Register<ConnectivityRow> connectivity, RegionBook regions) {
        return new AskConnection(connectivity, regions);
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
