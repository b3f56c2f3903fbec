package io.crosscare.settlement.document.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.mongo.DuplicateKey;
import io.crosscare.settlement.document.CanonicalText;
import io.crosscare.settlement.document.Documents;
import io.crosscare.settlement.document.StoredText;
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
    public Mono<StoredText> store(CanonicalText document) {
        return find(document.hash()).switchIfEmpty(Mono.defer(() -> insert(document)));
    }

    private Mono<StoredText> insert(CanonicalText document) {
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
    public Mono<StoredText> find(String hash) {
        return Mono.from(collection.find(Filters.eq(ID, hash)).first()).map(MongoDocuments::stored);
    }

    private static StoredText stored(PublishedDocument document) {
        CanonicalText canonical = new CanonicalText(document.text());
        if (!canonical.hash().equals(document.hash())) {
            throw new IllegalStateException("document " + document.hash() + " does not have the content of its hash");
        }
        return new StoredText(document.hash(), canonical, document.publishedAt());
    }
}
