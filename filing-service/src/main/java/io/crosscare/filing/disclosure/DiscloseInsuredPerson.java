package io.crosscare.filing.disclosure;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.observability.Traces;
import io.crosscare.chassis.security.Caller;
import io.crosscare.filing.insured.InsuredPersons;
import io.crosscare.filing.insured.model.InsuredPerson;
import java.time.Clock;
import reactor.core.publisher.Mono;

/**
 * Shows an agency a person of its region unmasked. The read stands in the trail before anything is shown: where it cannot be
 * written down, nothing is shown. It costs one insert more than a masked read.
 */
public final class DiscloseInsuredPerson {

    private final InsuredPersons persons;
    private final NotePersonalDataReads noting;

    public DiscloseInsuredPerson(
            InsuredPersons persons, PersonalDataReads reads, RandomIds ids, Clock clock, Traces traces) {
        this.persons = persons;
        this.noting = new NotePersonalDataReads(reads, ids, clock, traces);
    }

    /**
     * The person, once the read is written down; empty where there is no such person for this agency.
     *
     * @param door method and path, ids in braces
     * @param reason free text without numbers of persons
     */
    public Mono<InsuredPerson> disclose(PersonId id, Caller.Agency agency, String door, String reason) {
        return persons.find(id)
                .filter(person -> agency.isAgencyOf(person.insuredRegion()))
                .delayUntil(person -> noting.note(person.id(), agency, door, reason));
    }
}
