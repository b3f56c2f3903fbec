package io.crosscare.settlement;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.mongo.Indexes;
import io.crosscare.chassis.run.PeriodicTask;
import io.crosscare.chassis.run.StartupTask;
import io.crosscare.settlement.catalogue.CatalogueShelf;
import io.crosscare.settlement.document.ShippedDocuments;
import io.crosscare.settlement.document.mongo.MongoDocuments;
import io.crosscare.settlement.policy.DecidePolicy;
import io.crosscare.settlement.policy.PolicyPacks;
import io.crosscare.settlement.policy.PolicyProposals;
import io.crosscare.settlement.policy.PolicyShelf;
import io.crosscare.settlement.policy.ProposePolicy;
import io.crosscare.settlement.policy.mongo.MongoPolicyProposals;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the calculation is fed from: policies and catalogues, published at start as shipped and learned while running. */
@Configuration(proxyBeanMethods = false)
class BenefitWiring {

    private static final Duration LEARNING_PAUSE = Duration.ofSeconds(10);

    @Bean
    PolicyShelf policyPacks(MongoDatabase database, Clock clock) {
        return new PolicyShelf(new MongoDocuments(database, "policies", clock));
    }

    @Bean
    PolicyProposals policyProposals(MongoDatabase database) {
        return new MongoPolicyProposals(database);
    }

    @Bean
    Indexes policyIndexes() {
        return new Indexes(MongoPolicyProposals.indexes());
    }

    @Bean
    ProposePolicy proposePolicy(PolicyPacks policies, PolicyProposals proposals, Clock clock) {
        return new ProposePolicy(policies, proposals, ShippedDocuments.one("/policy-limits.yaml"), clock);
    }

    @Bean
    DecidePolicy decidePolicy(
            PolicyPacks policies, PolicyProposals proposals, ProposePolicy proposePolicy, Clock clock) {
        return new DecidePolicy(policies, proposals, proposePolicy, clock);
    }

    @Bean
    PeriodicTask approvedPolicies(DecidePolicy decidePolicy) {
        return new PeriodicTask("approved policies", LEARNING_PAUSE, decidePolicy::publishApproved);
    }

    @Bean
    CatalogueShelf catalogues(MongoDatabase database, Clock clock) {
        return new CatalogueShelf(new MongoDocuments(database, "catalogues", clock));
    }

    /** Publishing what is already published changes nothing, so each start may do it. */
    @Bean
    StartupTask shippedPoliciesAndCatalogues(PolicyShelf policies, CatalogueShelf catalogues) {
        return new StartupTask(
                "policies and catalogues",
                StartupTask.SEEDS,
                () -> Flux.fromIterable(ShippedDocuments.in("/policies"))
                        .concatMap(policies::publish)
                        .thenMany(Flux.fromIterable(ShippedDocuments.in("/catalogues"))
                                .concatMap(catalogues::publish))
                        .then(refresh(policies, catalogues)));
    }

    @Bean
    PeriodicTask policiesAndCataloguesOfOthers(PolicyShelf policies, CatalogueShelf catalogues) {
        return new PeriodicTask("policies and catalogues", LEARNING_PAUSE, () -> refresh(policies, catalogues));
    }

    private static Mono<Void> refresh(PolicyShelf policies, CatalogueShelf catalogues) {
        return policies.refresh().then(catalogues.refresh());
    }
}
