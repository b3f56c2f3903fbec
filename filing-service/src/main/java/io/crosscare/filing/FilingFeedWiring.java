package io.crosscare.filing;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.event.Relay;
import io.crosscare.chassis.feed.Feed;
import io.crosscare.chassis.mongo.Indexes;
import io.crosscare.chassis.run.PeriodicTask;
import io.crosscare.chassis.run.StartupTask;
import io.crosscare.filing.lodging.FilingFeed;
import io.crosscare.filing.lodging.Filings;
import io.crosscare.filing.lodging.TellChanges;
import io.crosscare.filing.lodging.mongo.MongoFilingFeed;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How what was done to filings comes to those who read on. */
@Configuration(proxyBeanMethods = false)
class FilingFeedWiring {

    /** How long a change waits for its place in the feed when its process has ended. */
    private static final Duration FEED_PAUSE = Duration.ofSeconds(1);

    @Bean
    FilingFeed filingFeed(MongoDatabase database) {
        return new MongoFilingFeed(database);
    }

    @Bean
    Indexes filingFeedIndexes() {
        return MongoFilingFeed.INDEXES;
    }

    @Bean
    StartupTask earlierFilings(Filings filings) {
        return new StartupTask("earlier-filings", StartupTask.SEEDS, filings::markEarlierUntold);
    }

    @Bean
    PeriodicTask filingChanges(Filings filings, FilingFeed feed) {
        return new PeriodicTask("filing-changes", FEED_PAUSE, new TellChanges(filings, feed)::tell);
    }

    @Bean
    Feed<FilingFeed.Recorded> readFilingChanges(FilingFeed feed) {
        return new Feed<>(feed, FilingFeed.Recorded::seq);
    }

    /** Who is told when a filing was written: the relay, and the feed of changes. */
    record FilingNews(Relay relay, PeriodicTask filingChanges) {

        void announce() {
            relay.kick();
            filingChanges.kick();
        }
    }

    @Bean
    FilingNews filingNews(Relay relay, @Qualifier("filingChanges") PeriodicTask filingChanges) {
        return new FilingNews(relay, filingChanges);
    }
}
