package io.crosscare.filing.disclosure;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.filing.disclosure.model.PersonalDataRead;
import io.crosscare.filing.disclosure.model.ReadId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Port to the trail of unmasked reads. It grows and never changes. */
public interface PersonalDataReads {

    /**
     * Which reads are asked for, the latest first.
     *
     * @param from of these and later ones; null from the first
     * @param before only earlier ones; null to the last
     * @param after the last of the page before
     */
    record Query(
            PersonId personId,
            @Nullable Instant from,
            @Nullable Instant before,
            @Nullable ReadId after,
            int limit) {}

    /** Complete once it is stored as durably as everything else. */
    Mono<Void> add(PersonalDataRead read);

    Flux<PersonalDataRead> list(Query query);
}
