package io.crosscare.settlement.catalogue;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.settlement.benefit.model.Catalogue;
import io.crosscare.settlement.document.CanonicalText;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class LatestCataloguesTest {

    private final LatestCatalogues latest = new LatestCatalogues();
    private final AtomicInteger loads = new AtomicInteger();
    private final Catalogue small = read(10);
    private final Catalogue large = read(LatestCatalogues.ITEMS_MAX / 2);

    @Test
    void keepsWhatWasUsedLastWithinItsBound() {
        for (String hash : List.of("a", "b", "c")) {
            await(latest.get(hash, () -> load(large)));
        }

        await(latest.get("c", () -> load(large)));
        assertThat(latest.size()).isEqualTo(2);
        assertThat(loads).hasValue(3);

        await(latest.get("a", () -> load(large)));
        assertThat(loads).hasValue(4);
    }

    @Test
    void loadsOnceWhatManyWantAtTheSameTime() {
        List<Catalogue> all = await(Flux.range(0, 16)
                .flatMap(_ -> latest.get("a", () -> load(small)).subscribeOn(Schedulers.parallel()))
                .collectList());

        assertThat(all).hasSize(16);
        assertThat(loads.get()).isOne();
    }

    @Test
    void triesAgainAfterALoadThatFailed() {
        Mono<Catalogue> failing = latest.get("a", () -> Mono.error(new IllegalStateException("store away")));

        assertThat(await(failing.onErrorResume(_ -> latest.get("a", () -> load(small)))))
                .isEqualTo(small);
    }

    private Mono<Catalogue> load(Catalogue catalogue) {
        return Mono.fromSupplier(() -> {
                    loads.incrementAndGet();
                    return catalogue;
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static Catalogue read(int items) {
        return CatalogueReader.read(new CanonicalText(CatalogueDocuments.document(items, "试")));
    }
}
