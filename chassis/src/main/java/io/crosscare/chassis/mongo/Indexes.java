package io.crosscare.chassis.mongo;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All indexes of a service, in one place; made before it is ready. */
public record Indexes(List<Index> all) {

    /** Creates what is missing; an index that exists is left alone. */
    public Mono<Void> create(MongoDatabase database) {
        return Flux.fromIterable(all)
                .concatMap(index -> Mono.from(database.getCollection(index.collection())
                        .createIndex(
                                keysOf(index),
                                new IndexOptions().unique(index.isUnique()).name(index.name()))))
                .then();
    }

    private static Document keysOf(Index index) {
        Document keys = new Document();
        index.fields().forEach(field -> keys.append(field, 1));
        return keys;
    }
}
