package io.crosscare.settlement;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How much the service has stored of its own; copies of others' records and hints to heads may change at any time. */
final class Stored {

    private static final Set<String> NOT_FACTS = Set.of("heads");

    private Stored() {}

    static Map<String, Long> in(MongoDatabase database) {
        return Flux.from(database.listCollectionNames())
                .filter(name -> !name.startsWith("copied_") && !NOT_FACTS.contains(name))
                .concatMap(name -> Mono.from(database.getCollection(name).estimatedDocumentCount())
                        .map(count -> Map.entry(name, count)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue, TreeMap::new)
                .blockOptional()
                .orElseThrow();
    }
}
