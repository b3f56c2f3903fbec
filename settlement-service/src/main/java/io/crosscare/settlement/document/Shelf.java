package io.crosscare.settlement.document;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Published documents as this instance has read them. Versions are immutable, so what is on the shelf stays right for ever; it
 * may only lack what another instance published since the last {@link #refresh}.
 *
 * @param <T> a document's content with its hash
 */
public final class Shelf<T> {

    private final Documents documents;
    private final Function<StoredText, T> read;
    private final Map<String, T> byHash = new ConcurrentHashMap<>();

    /**
     * A shelf that is empty until it is refreshed.
     *
     * @param read turns a stored document into its content; throws {@link DocumentRefused} where it cannot
     */
    public Shelf(Documents documents, Function<StoredText, T> read) {
        this.documents = documents;
        this.read = read;
    }

    /** Puts what was stored; the caller has read the document before and knows that it is sound. */
    public Mono<T> publish(CanonicalText document) {
        return documents.store(document).map(this::put);
    }

    /** Reads what other instances have published. */
    public Mono<Void> refresh() {
        return documents
                .hashes()
                .filter(hash -> !byHash.containsKey(hash))
                .collectList()
                .flatMap(this::fetch);
    }

    private Mono<Void> fetch(List<String> hashes) {
        return Flux.fromIterable(hashes)
                .concatMap(documents::find)
                .doOnNext(this::put)
                .then();
    }

    /** By hash; a version not on the shelf is looked for in the store. */
    public Mono<T> find(String hash) {
        @Nullable T known = byHash.get(hash);
        return known == null ? documents.find(hash).map(this::put) : Mono.just(known);
    }

    /** What the choice finds; before it is believed that there is nothing, the store is asked. */
    public Mono<T> choose(Function<Collection<T>, @Nullable T> choice) {
        return Mono.fromSupplier(() -> choice.apply(byHash.values()))
                .switchIfEmpty(refresh().then(Mono.fromSupplier(() -> choice.apply(byHash.values()))));
    }

    public Mono<List<T>> all() {
        return refresh().then(Mono.fromSupplier(() -> List.copyOf(byHash.values())));
    }

    private T put(StoredText stored) {
        return byHash.computeIfAbsent(stored.hash(), hash -> read.apply(stored));
    }
}
