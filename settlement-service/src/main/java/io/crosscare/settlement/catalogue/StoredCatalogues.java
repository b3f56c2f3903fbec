package io.crosscare.settlement.catalogue;

import io.crosscare.settlement.document.PackedText;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Port to the published catalogues by content hash; written once, never changed or removed, visible only when whole. */
public interface StoredCatalogues {

    /** Stores a version, or gives the one already stored with this content, as it was first published. */
    Mono<CatalogueVersion> store(CatalogueFacts facts, int rows, PackedText document, @Nullable String publishedBy);

    /** Stores a version as it was published earlier, by a service that kept catalogues in another form. */
    Mono<Void> takeOver(CatalogueVersion earlier, PackedText document);

    Flux<String> hashes();

    Mono<CatalogueVersion> find(String hash);

    /** The bytes of the document, piece by piece, each piece text by itself; empty for an unknown hash. */
    Flux<byte[]> document(String hash);
}
