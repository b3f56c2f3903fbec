package io.crosscare.correction.desk.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.mongo.DuplicateKey;
import io.crosscare.chassis.mongo.Index;
import io.crosscare.correction.desk.ScopeEntries;
import io.crosscare.correction.desk.model.Fact.ScopeEntry;
import io.crosscare.correction.desk.model.VisitScope;
import java.util.Comparator;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link ScopeEntries} by the entry's own name: the store itself takes each one once. */
public final class MongoScopeEntries implements ScopeEntries {

    private static final String COLLECTION = "scope_entries";
    private static final String SCOPE = "scope";

    private final MongoCollection<ScopeEntryDocument> entries;

    public MongoScopeEntries(MongoDatabase database) {
        this.entries = database.getCollection(COLLECTION, ScopeEntryDocument.class);
    }

    /** Public for the driver's record codec. */
    public record ScopeEntryDocument(@BsonId String id, String scope, FactDocument entry) {}

    public static List<Index> indexes() {
        return List.of(Index.on(COLLECTION, SCOPE));
    }

    @Override
    public Mono<Void> keep(VisitScope scope, ScopeEntry entry) {
        return Mono.from(
                        entries.insertOne(new ScopeEntryDocument(entry.entryId(), scope.key(), FactDocument.of(entry))))
                .then()
                .onErrorResume(DuplicateKey::isIn, _ -> Mono.empty());
    }

    @Override
    public Flux<ScopeEntry> of(VisitScope scope) {
        return Flux.from(entries.find(Filters.eq(SCOPE, scope.key())))
                .map(document -> document.entry().toEntry())
                .sort(Comparator.comparingLong(ScopeEntry::seq));
    }
}
