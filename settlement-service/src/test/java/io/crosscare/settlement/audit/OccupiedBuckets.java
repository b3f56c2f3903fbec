package io.crosscare.settlement.audit;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.settlement.chain.StoredEntries;
import io.crosscare.settlement.chain.model.ChainExtent;
import io.crosscare.settlement.chain.model.StoredEntry;
import io.crosscare.settlement.chain.model.StoredHint;
import io.crosscare.settlement.chain.model.StoredText;
import io.crosscare.settlement.chain.mongo.MongoStoredEntries;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * The entries of a small store. Which buckets hold something is asked once: to ask a thousand empty ones for their chains is
 * nearly all that an audit of a few persons costs.
 */
final class OccupiedBuckets implements StoredEntries {

    private final MongoStoredEntries stored;
    private final Mono<Set<Integer>> occupied;

    OccupiedBuckets(MongoDatabase database, Scheduler worker) {
        this.stored = new MongoStoredEntries(database, worker);
        this.occupied = Flux.from(database.getCollection("entries").find())
                .map(OccupiedBuckets::bucketOf)
                .collect(Collectors.toUnmodifiableSet())
                .cache();
    }

    /** What is damaged is in no bucket. */
    private static Integer bucketOf(Document entry) {
        return entry.get("b") instanceof Integer bucket ? bucket : -1;
    }

    @Override
    public int buckets() {
        return stored.buckets();
    }

    @Override
    public Flux<ChainExtent> chainsIn(int bucket) {
        return occupied.filter(buckets -> buckets.contains(bucket)).flatMapMany(_ -> stored.chainsIn(bucket));
    }

    @Override
    public Flux<String> outsideBuckets() {
        return stored.outsideBuckets();
    }

    @Override
    public Flux<StoredEntry> byIds(Collection<String> ids) {
        return stored.byIds(ids);
    }

    @Override
    public Flux<StoredText> texts(Collection<String> ids) {
        return stored.texts(ids);
    }

    @Override
    public Mono<StoredEntry> byKey(String person, String key) {
        return stored.byKey(person, key);
    }

    @Override
    public Mono<Long> lastSeq(String person) {
        return stored.lastSeq(person);
    }

    @Override
    public Flux<StoredHint> hints() {
        return stored.hints();
    }
}
