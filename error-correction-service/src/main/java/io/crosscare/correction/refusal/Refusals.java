package io.crosscare.correction.refusal;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.correction.refusal.model.Refusal;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Port to the refusals this service keeps. */
public interface Refusals {

    /** Keeps the refusal; answers true when it was not known before. A refusal never changes, so the first one stays. */
    Mono<Boolean> keep(Refusal refusal);

    /** All refusals of a person, in no particular order. */
    Flux<Refusal> of(PersonId person);
}
