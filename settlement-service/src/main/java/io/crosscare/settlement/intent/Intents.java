package io.crosscare.settlement.account;

import io.crosscare.settlement.account.model.Intent;
import io.crosscare.settlement.chain.UnpublishedEntries;
import io.crosscare.settlement.chain.model.Entry;
import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Port to the stored intents, one per person and key. */
public interface Intents extends UnpublishedEntries {

    /** Stores the intent, or returns the one that is stored under its key. */
    Mono<Intent> open(Intent intent);

    /** The entry is in the chain; its event is to be published. */
    Mono<Void> recorded(Entry entry);

    /** Intents older than an instant whose entry is not known to be written. */
    Flux<Intent> openSince(Instant before, int limit);
}
