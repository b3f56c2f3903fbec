package io.crosscare.filing.lodging.mongo;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.mongo.DenseSequence;
import io.crosscare.chassis.mongo.Index;
import io.crosscare.chassis.mongo.Indexes;
import io.crosscare.filing.lodging.FilingFeed;
import io.crosscare.filing.lodging.model.FilingVersion;
import java.util.List;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The changes of filings, one document each. A unique index holds every version to one place. */
public final class MongoFilingFeed implements FilingFeed {

    private static final String COLLECTION = "filing_changes";
    private static final String FILING = "filingId";
    private static final String VERSION = "version";

    public static final Indexes INDEXES = new Indexes(List.of(Index.unique(COLLECTION, FILING, VERSION)));

    private final MongoCollection<FeedDocument> changes;
    private final DenseSequence<FeedDocument> sequence;

    public MongoFilingFeed(MongoDatabase database) {
        this.changes = database.getCollection(COLLECTION, FeedDocument.class);
        this.sequence = new DenseSequence<>(changes, FeedDocument::seq);
    }

    @Override
    public Mono<Boolean> tell(FilingVersion version) {
        return sequence.append(
                seq -> FeedDocument.of(version, seq), _ -> Mono.just(true), Mono.defer(() -> toldBefore(version)));
    }

    private Mono<Boolean> toldBefore(FilingVersion version) {
        Document same = new Document(FILING, version.id().value()).append(VERSION, version.version());
        return Mono.from(changes.find(same).limit(1)).map(_ -> false);
    }

    @Override
    public Flux<Recorded> following(long seq, int limit) {
        return sequence.following(seq, limit).map(FeedDocument::toRecorded);
    }
}
