package io.crosscare.registry;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.event.Relay;
import io.crosscare.chassis.feed.Feed;
import io.crosscare.chassis.run.PeriodicTask;
import io.crosscare.chassis.web.StrictJson;
import io.crosscare.registry.directory.Institutions;
import io.crosscare.registry.directory.Institutions.Recorded;
import io.crosscare.registry.kafka.TakeFilings;
import io.crosscare.registry.mongo.MongoUploads;
import io.crosscare.registry.upload.RetryUpload;
import io.crosscare.registry.upload.SendUploads;
import io.crosscare.registry.upload.TakeOver;
import io.crosscare.registry.upload.Uploads;
import io.crosscare.registry.upload.UploadsUnderWay;
import io.crosscare.registry.upload.UpperPlatform;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** What upper platforms get: the feed they read, and the uploads they are sent where one is configured. */
@Configuration(proxyBeanMethods = false)
class UploadWiring {

    private static final Duration TURN_EVERY = Duration.ofSeconds(1);

    @Bean
    Feed<Recorded> institutionFeed(Institutions institutions) {
        return new Feed<>(institutions::following, Recorded::seq);
    }

    @Bean
    MongoUploads uploads(MongoDatabase database) {
        return new MongoUploads(database);
    }

    @Bean
    RetryUpload retryUpload(Uploads uploads, Clock clock) {
        return new RetryUpload(uploads, clock);
    }

    @Bean
    UploadsUnderWay uploadsUnderWay(RegistryProperties properties) {
        return new UploadsUnderWay(properties.upstream().url() != null);
    }

    /**
     * Without a platform nothing is due, and filings are not listened to. When one is configured later, its consumers begin at the
     * beginning: the topic holds every filing, the sequence of changes every institution.
     */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("crosscare.upstream.url")
    static class Upstream {

        @Bean
        TakeOver takeOver(Uploads uploads, Institutions institutions, Clock clock) {
            JsonMapper json = StrictJson.tolerant();
            return new TakeOver(uploads, institutions, json::writeValueAsString, clock);
        }

        @Bean
        TakeFilings takeFilings(TakeOver takeOver) {
            return new TakeFilings(takeOver);
        }

        @Bean
        PeriodicTask takeInstitutionsTask(TakeOver takeOver) {
            return new PeriodicTask("uploads of institutions", TURN_EVERY, takeOver::takeInstitutions);
        }

        @Bean
        SendUploads sendUploads(
                Uploads uploads, UpperPlatform platform, Relay relay, Clock clock, MeterRegistry meters) {
            return new SendUploads(uploads, platform, relay::kick, clock, meters);
        }

        @Bean
        PeriodicTask sendUploadsTask(SendUploads sendUploads) {
            return new PeriodicTask("uploads", TURN_EVERY, sendUploads::turn);
        }
    }
}
