package io.crosscare.settlement;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.observability.Traces;
import io.crosscare.chassis.run.PeriodicTask;
import io.crosscare.settlement.chain.Chain;
import io.crosscare.settlement.eligibility.KnownFacts;
import io.crosscare.settlement.eligibility.model.EligibilityReadings;
import io.crosscare.settlement.external.CheckExternalFeed;
import io.crosscare.settlement.external.CompareAccumulators;
import io.crosscare.settlement.external.ComparisonMeters;
import io.crosscare.settlement.external.ExternalFeeds;
import io.crosscare.settlement.external.FeedBatch;
import io.crosscare.settlement.external.FeedFile;
import io.crosscare.settlement.external.FeedMeters;
import io.crosscare.settlement.external.HearFeed;
import io.crosscare.settlement.external.RecordExternal;
import io.crosscare.settlement.external.mongo.MongoExternalFeeds;
import io.crosscare.settlement.intent.RecordIntent;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the feeds of the insured regions' core systems are made of. */
@Configuration(proxyBeanMethods = false)
class ExternalWiring {

    private static final Duration MEASURED_EVERY = Duration.ofSeconds(15);

    @Bean
    ExternalFeeds externalFeeds(MongoDatabase database) {
        return new MongoExternalFeeds(database);
    }

    @Bean
    CheckExternalFeed checkExternalFeed(ExternalFeeds feeds, EligibilityReadings readings, Clock clock) {
        return new CheckExternalFeed(feeds, readings, clock);
    }

    @Bean
    RecordExternal recordExternal(
            Chain chain, RecordIntent recordIntent, FeedMeters meters, Traces traces, Clock clock) {
        return new RecordExternal(chain, recordIntent, meters, traces::traceparent, clock);
    }

    @Bean
    FeedBatch feedBatch(KnownFacts knownFacts, RecordExternal recordExternal, ExternalFeeds feeds, Clock clock) {
        return new FeedBatch(knownFacts, recordExternal, feeds, new HearFeed(feeds, clock));
    }

    @Bean
    FeedFile feedFile(FeedBatch feedBatch) {
        return new FeedFile(feedBatch);
    }

    @Bean
    CompareAccumulators compareAccumulators(KnownFacts knownFacts, Chain chain, MeterRegistry meters) {
        return new CompareAccumulators(knownFacts, chain, new ComparisonMeters(meters));
    }

    @Bean
    FeedMeters feedMeters(ExternalFeeds feeds, CheckExternalFeed checkFeed, MeterRegistry meters, Clock clock) {
        return new FeedMeters(feeds, checkFeed, meters, clock);
    }

    @Bean
    PeriodicTask feedMeasurement(FeedMeters meters) {
        return new PeriodicTask("lag of the core systems' feeds", MEASURED_EVERY, meters::measure);
    }
}
