package io.crosscare.settlement;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.mongo.Indexes;
import io.crosscare.chassis.run.PeriodicTask;
import io.crosscare.settlement.catalogue.Catalogues;
import io.crosscare.settlement.chain.mongo.MongoStoredEntries;
import io.crosscare.settlement.direct.mongo.MongoStoredBills;
import io.crosscare.settlement.policy.PolicyPacks;
import io.crosscare.settlement.policy.PolicyProposals;
import io.crosscare.settlement.replay.PolicyReplays;
import io.crosscare.settlement.replay.RequestReplay;
import io.crosscare.settlement.replay.RunReplay;
import io.crosscare.settlement.replay.mongo.MongoPolicyReplays;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** What-if replays: who takes them, and the one thread that does the work. */
@Configuration(proxyBeanMethods = false)
class ReplayWiring {

    private static final Duration TURN_PAUSE = Duration.ofSeconds(5);

    /** A replay reads everything there is. */
    private static final Duration DEADLINE = Duration.ofHours(12);

    /** One thread: a replay takes no more than one core from those who settle. */
    @Bean(destroyMethod = "dispose")
    Scheduler replayWorker() {
        return Schedulers.newSingle("replay", true);
    }

    @Bean
    PolicyReplays policyReplays(MongoDatabase database) {
        return new MongoPolicyReplays(database);
    }

    @Bean
    RunReplay runReplay(
            MongoDatabase database, Catalogues catalogues, PolicyReplays replays, Scheduler replayWorker, Clock clock) {
        return new RunReplay(
                new MongoStoredEntries(database, replayWorker),
                new MongoStoredBills(database, replayWorker),
                catalogues,
                replays,
                replayWorker,
                clock);
    }

    @Bean
    PeriodicTask replayTurns(RunReplay runReplay) {
        return new PeriodicTask("policy replays", TURN_PAUSE, DEADLINE, runReplay::turn);
    }

    @Bean
    RequestReplay requestReplay(
            PolicyPacks policies,
            PolicyProposals proposals,
            PolicyReplays replays,
            RunReplay runReplay,
            PeriodicTask replayTurns,
            RandomIds ids,
            Clock clock) {
        return new RequestReplay(policies, proposals, replays, runReplay, replayTurns::kick, ids, clock);
    }

    @Bean
    Indexes replayIndexes() {
        return new Indexes(MongoPolicyReplays.indexes());
    }
}
