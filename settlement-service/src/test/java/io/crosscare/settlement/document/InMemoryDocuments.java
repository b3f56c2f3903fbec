package io.crosscare.settlement.document;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Documents for tests, kept to the same contract as the store's; each publication is a second later than the one before. */
public final class InMemoryDocuments implements Documents {

    private final Map<String, StoredText> stored = new ConcurrentHashMap<>();

    @Override
    public Mono<StoredText> store(CanonicalText document) {
        return Mono.fromSupplier(() -> stored.computeIfAbsent(
                document.hash(), hash -> new StoredText(hash, document, Instant.ofEpochSecond(1_000 + stored.size()))));
    }

    @Override
    public Flux<String> hashes() {
        return Flux.defer(() -> Flux.fromIterable(List.copyOf(stored.keySet())));
    }

    @Override
    public Mono<StoredText> find(String hash) {
        return Mono.fromSupplier(() -> stored.get(hash));
    }
}
