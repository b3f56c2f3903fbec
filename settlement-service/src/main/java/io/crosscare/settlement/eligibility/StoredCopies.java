package io.crosscare.settlement.eligibility;

import io.crosscare.settlement.eligibility.model.CopiedRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Port to the copies as they are stored, for whoever checks and mends them; see {@link ReadModels} for those who decide. */
public interface StoredCopies {

    /** A copy, of which only the name and the version are believed. */
    record StoredCopy(String id, long version) {}

    /**
     * What is stored of a topic's records between two ids.
     *
     * @param after not included; null from the first on
     * @param upTo included; null to the last
     */
    Flux<StoredCopy> between(CopiedTopic topic, @Nullable String after, @Nullable String upTo);

    /** Writes them, whether or not they are stored already in these versions; a later version stays. */
    Mono<Void> overwrite(CopiedTopic topic, List<CopiedRecord> records);

    /** Puts the record in the place of a later version, unless another has come meanwhile. */
    Mono<Void> replace(CopiedTopic topic, StoredCopy seen, CopiedRecord record);

    /** Deletes the copy, unless another version has come meanwhile. */
    Mono<Void> forget(CopiedTopic topic, StoredCopy seen);

    /** About how many there are. */
    Mono<Long> count(CopiedTopic topic);
}
