package io.crosscare.correction.desk;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.correction.desk.model.Fact.ScopeEntry;
import reactor.core.publisher.Mono;

/** Port to the chains of settlements, whose owner's silence is the fault {@code peer-unavailable}. */
@FunctionalInterface
public interface FindEntry {

    /** The person's entry of that id; empty where it settles and undoes nothing, and where there is none. */
    Mono<ScopeEntry> find(PersonId person, String entryId);
}
