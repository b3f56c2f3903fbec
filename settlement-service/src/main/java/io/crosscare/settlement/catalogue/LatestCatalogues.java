package io.crosscare.settlement.catalogue;

import io.crosscare.settlement.benefit.model.Catalogue;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The catalogues used last, by hash, so that memory stays bounded however many versions there come to be. A version that several
 * want at the same time is loaded once.
 */
final class LatestCatalogues {

    /** Items of all that are kept, about 50 MB; the version used last is kept however long it is. */
    static final int ITEMS_MAX = 300_000;

    private final Map<String, Catalogue> byHash = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, Mono<Catalogue>> loading = new ConcurrentHashMap<>();
    private int itemCount;

    Mono<Catalogue> get(String hash, Supplier<Mono<Catalogue>> load) {
        return Mono.defer(() -> {
            @Nullable Catalogue known = find(hash);
            return known == null ? loading.computeIfAbsent(hash, _ -> loaded(hash, load)) : Mono.just(known);
        });
    }

    /** Looks once more when it is subscribed to: another load may have ended in between. */
    private Mono<Catalogue> loaded(String hash, Supplier<Mono<Catalogue>> load) {
        return Mono.defer(() -> {
                    @Nullable Catalogue known = find(hash);
                    return known == null ? load.get().doOnNext(catalogue -> keep(hash, catalogue)) : Mono.just(known);
                })
                .doOnTerminate(() -> loading.remove(hash))
                .cache();
    }

    private synchronized @Nullable Catalogue find(String hash) {
        return byHash.get(hash);
    }

    private synchronized void keep(String hash, Catalogue catalogue) {
        Catalogue before = byHash.put(hash, catalogue);
        itemCount +=
                catalogue.items().size() - (before == null ? 0 : before.items().size());
        Iterator<Map.Entry<String, Catalogue>> eldest = byHash.entrySet().iterator();
        while (itemCount > ITEMS_MAX && byHash.size() > 1) {
            itemCount -= eldest.next().getValue().items().size();
            eldest.remove();
        }
    }

    synchronized int size() {
        return byHash.size();
    }
}
