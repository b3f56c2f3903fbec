package io.crosscare.settlement.eligibility.mongo;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.mongo.DuplicateKey;
import io.crosscare.chassis.mongo.RawFields;
import io.crosscare.settlement.eligibility.StoredCopies.StoredCopy;
import io.crosscare.settlement.eligibility.model.CopiedRecord;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The copies of one topic's records: a document each, replaced by a higher version only. */
final class CopyCollection<F extends CopiedRecord, D> {

    private static final String ID = "_id";
    private static final String VERSION = "version";
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
    private static final BulkWriteOptions EACH_BY_ITSELF = new BulkWriteOptions().ordered(false);

    private final CopyForm<F, D> form;
    private final MongoCollection<D> collection;

    CopyCollection(MongoDatabase database, CopyForm<F, D> form) {
        this.form = form;
        this.collection = database.getCollection(form.collection(), form.document());
    }

    Mono<F> find(String id) {
        return Mono.from(collection.find(Filters.eq(ID, id)).first()).map(form.read());
    }

    Flux<F> find(Bson filter) {
        return Flux.from(collection.find(filter)).map(form.read());
    }

    /** Where a version at least as high is stored, the upsert meets its own {@code _id} and changes nothing. */
    Mono<Void> keep(CopiedRecord record) {
        return Mono.from(collection.replaceOne(versioned(record, "$lt"), write(record), UPSERT))
                .onErrorComplete(DuplicateKey::isIn)
                .then();
    }

    /** As {@link #keep}, but the same version is written again too. Later versions that are met there stay. */
    Mono<Void> overwrite(List<CopiedRecord> records) {
        List<ReplaceOneModel<D>> writes = records.stream()
                .map(record -> new ReplaceOneModel<>(versioned(record, "$lte"), write(record), UPSERT))
                .toList();
        return writes.isEmpty()
                ? Mono.empty()
                : Mono.from(collection.bulkWrite(writes, EACH_BY_ITSELF))
                        .onErrorComplete(DuplicateKey::isAllThatIsIn)
                        .then();
    }

    /** What is stored between two ids, the second included, whether or not it can be understood. */
    Flux<StoredCopy> between(@Nullable String after, @Nullable String upTo) {
        Document ids = new Document();
        if (after != null) {
            ids.append("$gt", after);
        }
        if (upTo != null) {
            ids.append("$lte", upTo);
        }
        return Flux.from(collection
                        .withDocumentClass(BsonDocument.class)
                        .find(ids.isEmpty() ? new Document() : new Document(ID, ids))
                        .projection(Projections.include(VERSION)))
                .map(RawFields::new)
                .map(copy -> new StoredCopy(copy.id(), copy.number(VERSION)));
    }

    Mono<Void> replace(StoredCopy seen, CopiedRecord record) {
        return Mono.from(collection.replaceOne(at(seen), write(record))).then();
    }

    Mono<Void> forget(StoredCopy seen) {
        return Mono.from(collection.deleteOne(at(seen))).then();
    }

    Mono<Long> count() {
        return Mono.from(collection.estimatedDocumentCount());
    }

    private D write(CopiedRecord record) {
        return form.write().apply(form.facts().cast(record));
    }

    private static Document versioned(CopiedRecord record, String operator) {
        return new Document(ID, record.recordId()).append(VERSION, new Document(operator, record.version()));
    }

    private static Document at(StoredCopy seen) {
        return new Document(ID, seen.id()).append(VERSION, seen.version());
    }
}
