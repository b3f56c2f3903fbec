package io.crosscare.settlement.eligibility;

import io.crosscare.settlement.eligibility.model.CopiedRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Port to all that the owners have of what this service copies. The fault {@code peer-unavailable} when one is silent. */
public interface OwnersRecords {

    /**
     * Some of a topic's records, in the order of their ids.
     *
     * @param next the id after which the next page begins; null on the last one
     */
    record OwnersPage(List<CopiedRecord> records, @Nullable String next) {

        public OwnersPage {
            records = List.copyOf(records);
        }
    }

    /**
     * One page.
     *
     * @param after the {@code next} of the page before; null for the first
     */
    Mono<OwnersPage> page(CopiedTopic topic, @Nullable String after);

    /** One record; empty when its owner does not have it. */
    Mono<CopiedRecord> find(CopiedTopic topic, String id);
}
