package io.crosscare.registry.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.event.PendingEvent;
import io.crosscare.chassis.event.StateOutbox;
import io.crosscare.chassis.event.Topic;
import io.crosscare.chassis.mongo.DuplicateKey;
import io.crosscare.chassis.mongo.Index;
import io.crosscare.chassis.mongo.Indexes;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.registry.upload.PublishedUpload;
import io.crosscare.registry.upload.Uploads;
import io.crosscare.registry.upload.model.Upload;
import io.crosscare.registry.upload.model.UploadKind;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Uploads, one document for each record. Each write is guarded by the version before; filings' states are events until published. */
public final class MongoUploads implements Uploads, StateOutbox {

    private static final String COLLECTION = "uploads";
    private static final String ID = "_id";
    private static final String VERSION = "version";
    private static final String WAITING = "waiting";
    private static final String NEXT_ATTEMPT = "nextAttemptAt";
    private static final String PENDING = "pending";
    private static final String STATE = "state";
    private static final String CITY = "city";
    private static final String POSITION = "institutions";
    private static final String SEQ = "seq";
    /** Behind the ids of all uploads of filings, and of no other. */
    private static final String BEHIND_FILINGS = UploadKind.FILING + ";";

    private static final String TYPE = "io.crosscare." + PublishedUpload.TOPIC.name();

    private final MongoCollection<UploadDocument> uploads;
    private final MongoCollection<Document> positions;

    public MongoUploads(MongoDatabase database) {
        this.uploads = database.getCollection(COLLECTION, UploadDocument.class);
        this.positions = database.getCollection("upload_positions");
    }

    static Indexes indexes() {
        return new Indexes(List.of(
                Index.on(COLLECTION, WAITING, NEXT_ATTEMPT),
                Index.on(COLLECTION, PENDING),
                Index.on(COLLECTION, STATE),
                Index.on(COLLECTION, CITY)));
    }

    @Override
    public Mono<Upload> find(String id) {
        return Mono.from(uploads.find(Filters.eq(ID, id)).limit(1)).map(UploadDocument::toUpload);
    }

    @Override
    public Mono<Boolean> put(Upload next) {
        UploadDocument document = UploadDocument.of(next);
        if (next.version() == 1) {
            return Mono.from(uploads.insertOne(document))
                    .map(_ -> true)
                    .onErrorResume(DuplicateKey::isIn, _ -> Mono.just(false));
        }
        return Mono.from(uploads.replaceOne(at(next.id(), next.version() - 1), document))
                .map(result -> result.getMatchedCount() == 1);
    }

    @Override
    public Flux<Upload> due(Instant now, int limit) {
        Document filter = new Document(WAITING, true).append(NEXT_ATTEMPT, new Document("$lte", now));
        return Flux.from(uploads.find(filter).limit(limit)).map(UploadDocument::toUpload);
    }

    @Override
    public Flux<Upload> list(Query query, int limit) {
        return Flux.from(uploads.find(filterOf(query)).sort(Sorts.ascending(ID)).limit(limit))
                .map(UploadDocument::toUpload);
    }

    @Override
    public Mono<Long> institutionsTakenTo() {
        return Mono.from(positions.find(Filters.eq(ID, POSITION)).limit(1))
                .map(document -> document.getLong(SEQ))
                .defaultIfEmpty(0L);
    }

    @Override
    public Mono<Void> rememberInstitutionsTaken(long seq) {
        return Mono.from(positions.updateOne(
                        Filters.eq(ID, POSITION), Updates.max(SEQ, seq), new UpdateOptions().upsert(true)))
                .then();
    }

    @Override
    public Topic topic() {
        return PublishedUpload.TOPIC;
    }

    @Override
    public Flux<PendingEvent> pending(int limit) {
        return Flux.from(uploads.find(Filters.eq(PENDING, true)).limit(limit)).map(MongoUploads::eventOf);
    }

    @Override
    public Flux<PendingEvent> stored(@Nullable String after, int limit) {
        Document ids = new Document("$gt", idOf(after == null ? "" : after)).append("$lt", BEHIND_FILINGS);
        return Flux.from(uploads.find(new Document(ID, ids))
                        .sort(Sorts.ascending(ID))
                        .limit(limit))
                .map(MongoUploads::eventOf);
    }

    @Override
    public Mono<PendingEvent> stored(String key) {
        return Mono.from(uploads.find(Filters.eq(ID, idOf(key))).limit(1)).map(MongoUploads::eventOf);
    }

    private static PendingEvent eventOf(UploadDocument document) {
        Upload upload = document.toUpload();
        return new PendingEvent(
                upload.recordId(), upload.version(), TYPE, upload.at(), PublishedUpload.of(upload), null);
    }

    /** The id of a filing's upload. */
    private static String idOf(String filing) {
        return UploadKind.FILING + ":" + filing;
    }

    @Override
    public Mono<Void> markPublished(PendingEvent event) {
        return Mono.from(uploads.updateOne(at(idOf(event.key()), event.version()), Updates.set(PENDING, false)))
                .then();
    }

    @Override
    public Mono<Void> publishAgain() {
        Document published = new Document(PENDING, false).append("kind", UploadKind.FILING.name());
        return Mono.from(uploads.updateMany(published, Updates.set(PENDING, true)))
                .then();
    }

    private static Document filterOf(Query query) {
        Document filter = new Document();
        if (query.state() != null) {
            filter.append(STATE, query.state().name());
        }
        if (query.region() != null) {
            filter.append(fieldOf(query.region()), query.region().value());
        }
        if (query.kind() != null) {
            filter.append("kind", query.kind().name());
        }
        if (query.after() != null) {
            filter.append(ID, new Document("$gt", query.after()));
        }
        return filter;
    }

    private static String fieldOf(RegionCode region) {
        if (region.isProvince()) {
            return "province";
        }
        return region.equals(region.city()) ? CITY : "region";
    }

    private static Document at(String id, long version) {
        return new Document(ID, id).append(VERSION, version);
    }
}
