package io.crosscare.filing.lodging;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.filing.lodging.model.ChainStep;
import java.util.List;
import reactor.core.publisher.Mono;

/** Port to what was settled of a person, and what of it was taken back. */
public interface PersonChains {

    /** The whole of it, in order; an error where it is not known. */
    Mono<List<ChainStep>> of(PersonId person);
}
