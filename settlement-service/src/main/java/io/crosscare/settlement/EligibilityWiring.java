package io.crosscare.settlement;

import com.github.benmanes.caffeine.cache.Ticker;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.event.EventHandler;
import io.crosscare.chassis.event.Freshness;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.mongo.Indexes;
import io.crosscare.chassis.run.PeriodicTask;
import io.crosscare.settlement.eligibility.CheckEligibility;
import io.crosscare.settlement.eligibility.CopiedTopic;
import io.crosscare.settlement.eligibility.CopyRebuilds;
import io.crosscare.settlement.eligibility.DescribeRefusal;
import io.crosscare.settlement.eligibility.KnownFacts;
import io.crosscare.settlement.eligibility.Owners;
import io.crosscare.settlement.eligibility.OwnersRecords;
import io.crosscare.settlement.eligibility.ReadModels;
import io.crosscare.settlement.eligibility.RebuildCopies;
import io.crosscare.settlement.eligibility.RecentCopies;
import io.crosscare.settlement.eligibility.StoredCopies;
import io.crosscare.settlement.eligibility.kafka.CopyHandler;
import io.crosscare.settlement.eligibility.model.DecideEligibility;
import io.crosscare.settlement.eligibility.model.EligibilityReadings;
import io.crosscare.settlement.eligibility.mongo.MongoCopyRebuilds;
import io.crosscare.settlement.eligibility.mongo.MongoReadModels;
import io.crosscare.settlement.eligibility.mongo.MongoStoredCopies;
import io.crosscare.settlement.eligibility.pack.EligibilityReadingsPack;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What eligibility is made of: copies of the owners' records, what feeds and rebuilds them, and the rules. */
@Configuration(proxyBeanMethods = false)
class EligibilityWiring {

    private static final Duration REBUILD_PAUSE = Duration.ofSeconds(1);
    private static final Duration REBUILD_DEADLINE = Duration.ofHours(1);

    @Bean
    ReadModels readModels(MongoDatabase database, Freshness freshness) {
        return new RecentCopies(new MongoReadModels(database, freshness::isFresh), Ticker.systemTicker());
    }

    @Bean
    EligibilityReadings eligibilityReadings(SettlementProperties properties) {
        Path own = properties.eligibilityReadings();
        return own == null
                ? EligibilityReadingsPack.load("/eligibility-readings.json")
                : EligibilityReadingsPack.read(own);
    }

    @Bean
    CheckEligibility checkEligibility(ReadModels copies, Owners owners, EligibilityReadings readings, Clock clock) {
        return new CheckEligibility(copies, owners, new DecideEligibility(readings), clock);
    }

    @Bean
    KnownFacts knownFacts(ReadModels copies, Owners owners) {
        return new KnownFacts(copies, owners);
    }

    @Bean
    DescribeRefusal describeRefusal(ReadModels copies) {
        return new DescribeRefusal(copies);
    }

    @Bean
    Indexes readModelIndexes() {
        return new Indexes(MongoReadModels.indexes());
    }

    @Bean
    StoredCopies storedCopies(MongoDatabase database) {
        return new MongoStoredCopies(database);
    }

    @Bean
    CopyRebuilds copyRebuilds(MongoDatabase database) {
        return new MongoCopyRebuilds(database);
    }

    @Bean
    RebuildCopies rebuildCopies(
            OwnersRecords owners, StoredCopies copies, CopyRebuilds rebuilds, RandomIds ids, Clock clock) {
        return new RebuildCopies(owners, copies, rebuilds, ids, clock);
    }

    @Bean
    PeriodicTask copyRebuildTurns(RebuildCopies rebuildCopies) {
        return new PeriodicTask("rebuilding of copies", REBUILD_PAUSE, REBUILD_DEADLINE, rebuildCopies::turn);
    }

    @Bean
    EventHandler insuredPersonCopies(ReadModels copies) {
        return new CopyHandler(CopiedTopic.INSURED_PERSON, copies::keep);
    }

    @Bean
    EventHandler filingCopies(ReadModels copies) {
        return new CopyHandler(CopiedTopic.FILING, copies::keep);
    }

    @Bean
    EventHandler institutionCopies(ReadModels copies) {
        return new CopyHandler(CopiedTopic.INSTITUTION, copies::keep);
    }

    @Bean
    EventHandler connectivityCopies(ReadModels copies) {
        return new CopyHandler(CopiedTopic.CONNECTIVITY, copies::keep);
    }

    @Bean
    EventHandler agencyCopies(ReadModels copies) {
        return new CopyHandler(CopiedTopic.AGENCY, copies::keep);
    }

    @Bean
    EventHandler filingUploadCopies(ReadModels copies) {
        return new CopyHandler(CopiedTopic.FILING_UPLOAD, copies::keep);
    }
}
