package io.crosscare.filing.insured;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.insured.model.IdentityNumber;
import io.crosscare.filing.insured.model.InsuredPerson;
import io.crosscare.filing.insured.model.PersonNumber;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Port to the insured persons of the hosted regions. One person per region and person number, and per identity number. */
public interface InsuredPersons {

    /** What became of a write. */
    enum Saving {
        SAVED,
        /** The region's person number belongs to a person already: another request was faster. */
        PERSON_NUMBER_TAKEN,
        /** The identity number belongs to another person of the region. */
        IDENTITY_NUMBER_TAKEN,
        /** The person has been changed since it was read. */
        CHANGED_MEANWHILE
    }

    /** A person whose latest version is not known to be published, with the trace that made it. */
    record Unpublished(InsuredPerson person, @Nullable String traceparent) {}

    Mono<InsuredPerson> find(PersonId id);

    Mono<InsuredPerson> find(RegionCode insuredRegion, PersonNumber personNumber);

    Mono<InsuredPerson> find(RegionCode insuredRegion, IdentityNumber identityNumber);

    /**
     * At most so many persons, of whichever region, in the order of their ids.
     *
     * @param after the id before; null from the first on
     */
    Flux<InsuredPerson> all(@Nullable PersonId after, int limit);

    /** Those of the numbers that belong to a person of the region, in any order. */
    Flux<InsuredPerson> findAll(RegionCode insuredRegion, Collection<PersonNumber> personNumbers);

    Mono<Saving> add(InsuredPerson person);

    /** Puts the person in the place of its version before. */
    Mono<Saving> replace(InsuredPerson person);

    /**
     * Adds persons of version 1 and puts the others in the place of their versions before, each on its own; with one answer for
     * each, in their order. No person may be given twice.
     */
    Mono<List<Saving>> saveAll(List<InsuredPerson> some);

    Flux<Unpublished> unpublished(int limit);

    /** Forgets the person as unpublished, unless a later version has taken its place. */
    Mono<Void> markPublished(PersonId id, long version);

    /** Counts every person as unpublished. */
    Mono<Void> markAllUnpublished();
}
