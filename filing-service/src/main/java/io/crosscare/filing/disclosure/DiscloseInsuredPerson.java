package io.crosscare.filing.disclosure;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.observability.Traces;
import io.crosscare.chassis.security.Caller;
import io.crosscare.filing.disclosure.model.PersonalDataRead;
import io.crosscare.filing.disclosure.model.ReadId;
import io.crosscare.filing.insured.InsuredPersons;
import io.crosscare.filing.insured.model.InsuredPerson;
import java.time.Clock;
import java.time.Instant;
import reactor.core.publisher.Mono;

/**
 * Shows an agency a person of its region unmasked. The read stands in the trail before anything is shown: where it cannot be
 * written down, nothing is shown. It costs one insert more than a masked read.
 */
public final class DiscloseInsuredPerson {

    private final InsuredPersons persons;
    private final PersonalDataReads reads;
    private final RandomIds ids;
    private final Clock clock;
    private final Traces traces;

    public DiscloseInsuredPerson(
            InsuredPersons persons, PersonalDataReads reads, RandomIds ids, Clock clock, Traces traces) {
        this.persons = persons;
        this.reads = reads;
        this.ids = ids;
        this.clock = clock;
        this.traces = traces;
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
                .delayUntil(person -> reads.add(readOf(person, agency, door, reason)));
    }

    private PersonalDataRead readOf(InsuredPerson person, Caller.Agency agency, String door, String reason) {
        Instant now = clock.instant();
        return new PersonalDataRead(
                ReadId.of(person.id(), now, ids.next('r')),
                person.id(),
                agency.subject(),
                agency.region(),
                door,
                reason,
                now,
                traces.traceId());
    }
}
