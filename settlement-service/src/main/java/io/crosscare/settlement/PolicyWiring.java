package io.crosscare.settlement;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.mongo.Indexes;
import io.crosscare.chassis.run.PeriodicTask;
import io.crosscare.chassis.run.StartupTask;
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

/** The policies that the calculation is fed from, published at start as shipped and learned while running. */
@Configuration(proxyBeanMethods = false)
class PolicyWiring {

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

    /** Publishing what is already published changes nothing, so each start may do it. */
    @Bean
    StartupTask shippedPolicies(PolicyShelf policies) {
        return new StartupTask(
                "policies",
                StartupTask.SEEDS,
                () -> Flux.fromIterable(ShippedDocuments.in("/policies"))
                        .concatMap(policies::publish)
                        .then(policies.refresh()));
    }

    @Bean
    PeriodicTask policiesOfOthers(PolicyShelf policies) {
        return new PeriodicTask("policies", LEARNING_PAUSE, policies::refresh);
    }
}
