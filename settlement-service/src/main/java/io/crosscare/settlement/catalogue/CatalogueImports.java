package io.crosscare.settlement.catalogue;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.document.PackedText;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Port to the attempts to publish catalogues, their lists of flaws, and the keys under which versions were published. */
public interface CatalogueImports {

    /** What is kept under a key for ever. */
    enum Claim {
        /** The key is new. */
        TAKEN,
        /** The key was used before for the same content. */
        SAME,
        /** The key was used before for other content. */
        OTHER
    }

    /** Writes how far it has come. */
    Mono<Void> write(CatalogueImport state);

    Mono<CatalogueImport> find(String id);

    /** Those of an agency, the latest first, from a place on. */
    Flux<CatalogueImport> list(RegionCode agencyRegion, @Nullable String before, int limit);

    Mono<Void> keepErrors(String id, PackedText errorFile);

    /** The list of flaws, piece by piece. */
    Flux<byte[]> errors(CatalogueImport of);

    Mono<Claim> claim(RegionCode agencyRegion, String key, String hash);
}
