package io.crosscare.settlement.catalogue;

import io.crosscare.settlement.document.Documents;
import io.crosscare.settlement.document.StoredText;
import java.nio.charset.StandardCharsets;
import reactor.core.publisher.Mono;

/**
 * Takes over what earlier versions of the service published as whole documents, so that every settlement computed with them can be
 * explained and recomputed. What was taken over before is left alone.
 */
public final class TakeOverCatalogues {

    private final Documents earlier;
    private final StoredCatalogues stored;

    public TakeOverCatalogues(Documents earlier, StoredCatalogues stored) {
        this.earlier = earlier;
        this.stored = stored;
    }

    public Mono<Void> run() {
        return earlier.hashes()
                .filterWhen(hash -> stored.find(hash).hasElement().map(isKnown -> !isKnown))
                .collectList()
                .flatMapIterable(hashes -> hashes)
                .concatMap(earlier::find)
                .concatMap(this::takeOver)
                .then();
    }

    private Mono<Void> takeOver(StoredText document) {
        CatalogueIntake intake = new CatalogueIntake();
        intake.accept(document.document().text().getBytes(StandardCharsets.UTF_8));
        return switch (intake.end()) {
            case CatalogueIntake.Outcome.Sound(var facts, int rows, var packed) ->
                stored.takeOver(
                        new CatalogueVersion(document.hash(), facts, rows, document.publishedAt(), null), packed);
            case CatalogueIntake.Outcome.Flawed _, CatalogueIntake.Outcome.TooLarge _ ->
                Mono.error(new IllegalStateException("catalogue " + document.hash() + " cannot be read any more"));
        };
    }
}
