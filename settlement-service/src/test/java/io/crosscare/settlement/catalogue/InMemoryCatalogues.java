package io.crosscare.settlement.catalogue;

import io.crosscare.settlement.document.PackedText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Catalogues for tests, kept to the same contract as the store's; each publication is a second later than the one before. */
public final class InMemoryCatalogues implements StoredCatalogues {

    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(CatalogueVersion version, PackedText document) {}

    @Override
    public Mono<CatalogueVersion> store(
            CatalogueFacts facts, int rows, PackedText document, @Nullable String publishedBy) {
        return Mono.fromSupplier(() -> kept.computeIfAbsent(
                        document.hash(),
                        hash -> new Kept(
                                new CatalogueVersion(
                                        hash, facts, rows, Instant.ofEpochSecond(1_000 + kept.size()), publishedBy),
                                document))
                .version());
    }

    @Override
    public Mono<Void> takeOver(CatalogueVersion earlier, PackedText document) {
        return Mono.fromRunnable(() -> kept.putIfAbsent(document.hash(), new Kept(earlier, document)));
    }

    @Override
    public Flux<String> hashes() {
        return Flux.defer(() -> Flux.fromIterable(List.copyOf(kept.keySet())));
    }

    @Override
    public Mono<CatalogueVersion> find(String hash) {
        return Mono.fromSupplier(() -> kept.get(hash)).map(Kept::version);
    }

    @Override
    public Flux<byte[]> document(String hash) {
        return Mono.fromSupplier(() -> kept.get(hash))
                .flatMapIterable(found -> found.document().pieces())
                .map(PackedText::unpack);
    }
}
