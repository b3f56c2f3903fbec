package io.crosscare.settlement.external.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.mongo.DuplicateKey;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.external.ExternalFeeds;
import io.crosscare.settlement.external.model.ExternalFeed;
import java.util.Comparator;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link ExternalFeeds} as one document per region, replaced at a version. */
public final class MongoExternalFeeds implements ExternalFeeds {

    private final MongoCollection<ExternalFeedDocument> feeds;

    public MongoExternalFeeds(MongoDatabase database) {
        this.feeds = database.getCollection("external_feeds", ExternalFeedDocument.class);
    }

    @Override
    public Mono<ExternalFeed> find(RegionCode region) {
        return Mono.from(feeds.find(Filters.eq("_id", region.value()))).map(ExternalFeedDocument::toFeed);
    }

    @Override
    public Flux<ExternalFeed> all() {
        return Flux.from(feeds.find())
                .map(ExternalFeedDocument::toFeed)
                .collectSortedList(Comparator.comparing(feed -> feed.region().value()))
                .flatMapIterable(sorted -> sorted);
    }

    @Override
    public Mono<Boolean> store(ExternalFeed feed) {
        ExternalFeedDocument document = ExternalFeedDocument.of(feed);
        if (feed.version() == 1) {
            return Mono.from(feeds.insertOne(document))
                    .thenReturn(true)
                    .onErrorResume(DuplicateKey::isIn, _ -> Mono.just(false));
        }
        Document atVersionBefore = new Document("_id", document.id()).append("version", feed.version() - 1);
        return Mono.from(feeds.replaceOne(atVersionBefore, document)).map(result -> result.getMatchedCount() == 1);
    }
}
