package io.crosscare.correction.chain;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.correction.chain.model.ChainEntry;
import java.util.List;
import reactor.core.publisher.Mono;

/** Port to the settlement service, which owns the chains; silence is the fault {@code peer-unavailable}. */
public interface ChainOwner {

    /** A page of the person's chain from the given place on; empty where it ends before, or the person is not known. */
    Mono<List<ChainEntry>> from(PersonId person, long seq);
}
