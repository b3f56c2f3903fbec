package io.crosscare.settlement.document.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.mongo.DuplicateKey;
import io.crosscare.settlement.document.CanonicalDocument;
import io.crosscare.settlement.document.Documents;
import io.crosscare.settlement.document.StoredDocument;
import java.time.Clock;
import org.bson.BsonDocument;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Published documents of one kind in one collection. The content hash is the {@code _id}, so a second publication finds the first. */
public final class MongoDocuments implements Documents {

    private static final String ID = "_id";

    private final MongoCollection<PublishedDocument> collection;
    private final Clock clock;

    public MongoDocuments(MongoDatabase database, String collection, Clock clock) {
        this.collection = database.getCollection(collection, PublishedDocument.class);
        this.clock = clock;
    }

    @Override
    public Mono<StoredDocument> store(CanonicalDocument document) {
        return find(document.hash()).switchIfEmpty(Mono.defer(() -> insert(document)));
    }

    private Mono<StoredDocument> insert(CanonicalDocument document) {
        String hash = document.hash();
        PublishedDocument published = new PublishedDocument(hash, document.text(), clock.instant());
        return Mono.from(collection.insertOne(published))
                .thenReturn(stored(published))
                .onErrorResume(DuplicateKey::isIn, _ -> find(hash));
    }

    @Override
    public Flux<String> hashes() {
        return Flux.from(collection.withDocumentClass(BsonDocument.class).find().projection(Projections.include(ID)))
                .map(document -> document.getString(ID).getValue());
    }

    @Override
    public Mono<StoredDocument> find(String hash) {
        return Mono.from(collection.find(Filters.eq(ID, hash)).first()).map(MongoDocuments::stored);
    }

    private static StoredDocument stored(PublishedDocument document) {
        CanonicalDocument canonical = new CanonicalDocument(document.text());
        if (!canonical.hash().equals(document.hash())) {
            throw new IllegalStateException("document " + document.hash() + " does not have the content of its hash");
        }
        return new StoredDocument(document.hash(), canonical, document.publishedAt());
    }
}
