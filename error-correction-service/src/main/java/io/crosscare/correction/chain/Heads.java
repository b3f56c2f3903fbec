package io.crosscare.correction.chain;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.correction.chain.model.PersonHead;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Port to how far each person's chain has been followed. */
public interface Heads {

    /** {@link PersonHead#none} for a person of whom nothing was seen. */
    Mono<PersonHead> of(PersonId person);

    /** Those of the given persons of whom something was seen, in no particular order. */
    Flux<PersonHead> of(List<PersonId> persons);

    /** Moves a head on by one; one that has been moved on by another already stays where it is. */
    Mono<Void> advance(PersonHead next);
}
