package io.crosscare.settlement.intent;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.settlement.chain.UnpublishedEntries;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.intent.model.Intent;
import java.time.Instant;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Port to the stored intents, one per person and key. */
public interface Intents extends UnpublishedEntries {

    /** Stores the intent, or returns the one that is stored under its key; one that was stopped makes way for it. */
    Mono<Intent> open(Intent intent);

    /** What fulfils it is in the chain. Where the intent wrote that entry itself, its event is to be published. */
    Mono<Void> fulfilled(Intent intent, Entry entry);

    /** The chain does not take what it wants: nobody carries it out, and its key is free. */
    Mono<Void> stopped(Intent intent);

    /** The entry that fulfils the intent of this key, empty while it is in flight; nothing where there is no such intent. */
    Mono<Optional<EntryId>> find(PersonId person, Key key);

    /** Intents older than an instant that are not known to be fulfilled. */
    Flux<Intent> openSince(Instant before, int limit);
}
