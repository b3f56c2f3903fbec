package io.crosscare.settlement.audit.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.mongo.RawFields;
import io.crosscare.settlement.audit.AuditedRecords;
import io.crosscare.settlement.audit.model.CopiedKind;
import io.crosscare.settlement.audit.model.RecordVersion;
import io.crosscare.settlement.audit.model.StoredInvoice;
import io.crosscare.settlement.audit.model.StoredVisit;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** {@link AuditedRecords} read as raw documents, portion by portion, and of them only what an audit looks at. */
public final class MongoAuditedRecords implements AuditedRecords {

    private static final int PORTION = 64;
    private static final Bson OF_THE_CHAIN = Projections.include("batches", "unpublished");

    private final MongoCollection<BsonDocument> visits;
    private final MongoCollection<BsonDocument> refusals;
    private final MongoCollection<BsonDocument> invoices;
    private final Map<CopiedKind, MongoCollection<BsonDocument>> copies;

    public MongoAuditedRecords(MongoDatabase database) {
        this.visits = database.getCollection("visits", BsonDocument.class);
        this.refusals = database.getCollection("refusals", BsonDocument.class);
        this.invoices = database.getCollection("invoices", BsonDocument.class);
        this.copies = Map.of(
                CopiedKind.INSTITUTION, database.getCollection("copied_institutions", BsonDocument.class),
                CopiedKind.CONNECTIVITY, database.getCollection("copied_connectivity", BsonDocument.class),
                CopiedKind.AGENCY, database.getCollection("copied_agencies", BsonDocument.class),
                CopiedKind.FILING, database.getCollection("copied_filings", BsonDocument.class),
                CopiedKind.INSURED_PERSON, database.getCollection("copied_persons", BsonDocument.class));
    }

    @Override
    public Flux<StoredVisit> visits() {
        return Flux.from(visits.find().projection(OF_THE_CHAIN).batchSize(PORTION))
                .map(MongoAuditedRecords::visit);
    }

    @Override
    public Flux<StoredVisit> visits(Collection<String> ids) {
        return Flux.from(visits.find(Filters.in("_id", ids)).projection(OF_THE_CHAIN))
                .map(MongoAuditedRecords::visit);
    }

    private static StoredVisit visit(BsonDocument document) {
        RawFields fields = new RawFields(document);
        List<StoredVisit.Batch> batches = fields.parts("batches").stream()
                .map(batch -> new StoredVisit.Batch(
                        batch.text("name"), batch.optionalText("settledBy"), batch.optionalText("part")))
                .toList();
        Stream<String> unpublished = fields.parts("unpublished").stream().map(one -> one.text("entry"));
        return new StoredVisit(fields.id(), batches, unpublished.toList());
    }

    @Override
    public Flux<StoredInvoice> invoices(Collection<String> ids) {
        return Flux.from(invoices.find(Filters.in("_id", ids)))
                .map(RawFields::new)
                .map(held -> new StoredInvoice(held.id(), held.text("personId"), held.text("key")));
    }

    @Override
    public Flux<RecordVersion> copies(CopiedKind kind, Collection<String> ids) {
        MongoCollection<BsonDocument> collection = Objects.requireNonNull(copies.get(kind));
        return Flux.from(collection.find(Filters.in("_id", ids)).projection(Projections.include("version")))
                .map(RawFields::new)
                .map(copy -> new RecordVersion(copy.id(), copy.number("version")));
    }

    @Override
    public Flux<String> refusalsUnpublishedSince(Instant before) {
        return Flux.from(refusals.find(Filters.eq("pending", true))
                        .projection(Projections.include("at"))
                        .batchSize(PORTION))
                .map(RawFields::new)
                .filter(refusal -> isBefore(refusal.instant("at"), before))
                .map(RawFields::id);
    }

    private static boolean isBefore(@Nullable Instant at, Instant before) {
        return at != null && at.isBefore(before);
    }
}
