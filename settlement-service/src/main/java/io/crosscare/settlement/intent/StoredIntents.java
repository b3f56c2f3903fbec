package io.crosscare.settlement.intent;

import io.crosscare.settlement.intent.model.StoredIntent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Port to the intents as they are stored, for an auditor: a damaged one is given as far as it can be read, never an error. */
public interface StoredIntents {

    /** All of them, in portions. */
    Flux<StoredIntent> all();

    Mono<StoredIntent> find(String id);
}
