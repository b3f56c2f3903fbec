package io.crosscare.filing.batch.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.mongo.DuplicateKey;
import io.crosscare.chassis.mongo.Index;
import io.crosscare.chassis.mongo.Indexes;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.batch.Batches;
import io.crosscare.filing.batch.model.Batch;
import io.crosscare.filing.batch.model.BatchId;
import io.crosscare.filing.batch.model.BatchKind;
import io.crosscare.filing.batch.model.BatchPlace;
import io.crosscare.filing.batch.model.Counts;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Batches, one document each, and the results of their rows, one document for a block. */
public final class MongoBatches implements Batches {

    private static final String BATCHES = "batches";
    private static final String ROWS = "batch_rows";
    private static final Index BY_KEY = Index.unique(BATCHES, "keyIndex");

    public static final Indexes INDEXES =
            new Indexes(List.of(BY_KEY, Index.on(BATCHES, "kind", "agencyRegion"), Index.on(ROWS, "batchId")));

    /** Blocks that are read from the store at a time. */
    private static final int BLOCKS_AT_A_TIME = 20;

    private final MongoCollection<BatchDocument> batches;
    private final MongoCollection<RowBlockDocument> rows;

    public MongoBatches(MongoDatabase database) {
        this.batches = database.getCollection(BATCHES, BatchDocument.class);
        this.rows = database.getCollection(ROWS, RowBlockDocument.class);
    }

    @Override
    public Mono<Batch> find(BatchId id) {
        return findBy("_id", id.value());
    }

    @Override
    public Mono<Batch> findByKey(String key) {
        return findBy("keyIndex", key);
    }

    @Override
    public Flux<Batch> list(BatchKind kind, Set<RegionCode> agencyRegions, @Nullable BatchPlace after, int limit) {
        Document filter = new Document("kind", kind.name())
                .append(
                        "agencyRegion",
                        new Document(
                                "$in",
                                agencyRegions.stream().map(RegionCode::value).toList()));
        if (after != null) {
            filter.append("place", new Document("$lt", after.value()));
        }
        return Flux.from(batches.find(filter).sort(Sorts.descending("place")).limit(limit))
                .map(BatchDocument::toBatch);
    }

    @Override
    public Mono<Adding> add(Batch batch, String key) {
        return Mono.defer(() -> Mono.from(batches.insertOne(BatchDocument.of(batch, key))))
                .thenReturn(Adding.ADDED)
                .onErrorResume(DuplicateKey::isIn, _ -> Mono.just(Adding.KEY_TAKEN));
    }

    /** One of the three changes with every step, so they say whether it is still the same batch. */
    @Override
    public Mono<Boolean> replace(Batch before, Batch after) {
        Document same = new Document("_id", before.id().value())
                .append("sending", before.sending())
                .append("lines", before.progress().lines())
                .append("completedAt", before.completedAt());
        return Mono.defer(() -> Mono.from(batches.updateOne(same, changesTo(after))))
                .map(result -> result.getMatchedCount() == 1);
    }

    @Override
    public Mono<Void> keep(BatchId id, Block block) {
        RowBlockDocument document = RowBlockDocument.of(id, block);
        return Mono.defer(() -> Mono.from(
                        rows.replaceOne(Filters.eq("_id", document.id()), document, new ReplaceOptions().upsert(true))))
                .then();
    }

    @Override
    public Flux<Block> blocks(BatchId id, int from) {
        Document filter = new Document("batchId", id.value())
                .append("_id", new Document("$gte", RowBlockDocument.idOf(id, from)));
        return Flux.from(rows.find(filter).sort(Sorts.ascending("_id")).batchSize(BLOCKS_AT_A_TIME))
                .map(RowBlockDocument::toBlock);
    }

    private Mono<Batch> findBy(String field, String value) {
        return Mono.from(batches.find(Filters.eq(field, value)).first()).map(BatchDocument::toBatch);
    }

    private static Bson changesTo(Batch batch) {
        Counts counts = batch.progress().counts();
        return Updates.combine(
                Updates.set("by", batch.by()),
                Updates.set("lines", batch.progress().lines()),
                Updates.set("content", batch.progress().content()),
                Updates.set("read", counts.read()),
                Updates.set("added", counts.added()),
                Updates.set("changed", counts.changed()),
                Updates.set("kept", counts.kept()),
                Updates.set("refused", counts.refused()),
                Updates.set("sending", batch.sending()),
                Updates.set("sentAt", batch.sentAt()),
                Updates.set("linesBefore", batch.linesBefore()),
                Updates.set("updatedAt", batch.updatedAt()),
                Updates.set("completedAt", batch.completedAt()));
    }
}
