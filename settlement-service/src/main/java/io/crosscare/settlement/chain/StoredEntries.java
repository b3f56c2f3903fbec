package io.crosscare.settlement.chain;

import io.crosscare.settlement.chain.model.ChainExtent;
import io.crosscare.settlement.chain.model.StoredEntry;
import io.crosscare.settlement.chain.model.StoredHint;
import io.crosscare.settlement.chain.model.StoredText;
import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Port to entries as they are stored, whatever has become of them: what an auditor reads. A damaged one is given, never an
 * error. Everything comes in portions; nothing here holds more than one person's places.
 */
public interface StoredEntries {

    /** How many buckets there are; they are numbered from 0. */
    int buckets();

    /** The chains of one bucket, by person. */
    Flux<ChainExtent> chainsIn(int bucket);

    /** Ids of entries that say they are in no bucket there is. */
    Flux<String> outsideBuckets();

    /** Entries by id, in order of their ids; those that are not there are left out. */
    Flux<StoredEntry> byIds(Collection<String> ids);

    /** As {@link #byIds}, word for word. */
    Flux<StoredText> texts(Collection<String> ids);

    /** The entry of a person under a key. */
    Mono<StoredEntry> byKey(String person, String key);

    /** The last place of a person's chain that is taken; 0 where there is none. */
    Mono<Long> lastSeq(String person);

    /** All noted heads. */
    Flux<StoredHint> hints();
}
