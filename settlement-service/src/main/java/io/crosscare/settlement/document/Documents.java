package io.crosscare.settlement.document;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The published documents of one kind, by content hash; written once, never changed or removed. */
public interface Documents {

    /** Stores a document, or gives the one already stored with this content, with the time of its first publication. */
    Mono<StoredText> store(CanonicalText document);

    Flux<String> hashes();

    Mono<StoredText> find(String hash);
}
