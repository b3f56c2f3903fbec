package io.crosscare.settlement.direct;

import io.crosscare.settlement.direct.model.FrozenBill;
import reactor.core.publisher.Mono;

/** Port to the frozen bills as they are stored, for an auditor: a damaged one is given as such, never as an error. */
public interface StoredBills {

    /** A stored bill; empty when there is none under the hash. */
    Mono<StoredBill> byHash(String hash);

    /** What is there under a hash. */
    sealed interface StoredBill {

        /** The bill of that hash. */
        record Sound(FrozenBill bill) implements StoredBill {}

        /** Something else, or nothing that can be read. */
        record Damaged() implements StoredBill {}
    }
}
