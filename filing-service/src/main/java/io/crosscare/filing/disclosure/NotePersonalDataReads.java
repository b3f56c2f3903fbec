package io.crosscare.filing.disclosure;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.observability.Traces;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.security.Caller;
import io.crosscare.filing.disclosure.model.PersonalDataRead;
import io.crosscare.filing.disclosure.model.ReadId;
import java.time.Clock;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Writes down that somebody reads a person's data unmasked, before it is shown. Who looks at one's own leaves no trace. */
public final class NotePersonalDataReads {

    private final PersonalDataReads reads;
    private final RandomIds ids;
    private final Clock clock;
    private final Traces traces;

    public NotePersonalDataReads(PersonalDataReads reads, RandomIds ids, Clock clock, Traces traces) {
        this.reads = reads;
        this.ids = ids;
        this.clock = clock;
        this.traces = traces;
    }

    /**
     * Complete once it is written down.
     *
     * @param door method and path, ids in braces
     * @param reason free text without numbers of persons
     */
    public Mono<Void> note(PersonId person, Caller caller, String door, String reason) {
        return switch (caller) {
            case Caller.Agency agency -> note(person, agency.subject(), agency.region(), door, reason);
            case Caller.Hospital hospital ->
                note(person, hospital.subject(), hospital.institution().codeRegion(), door, reason);
            case Caller.Insured _ -> Mono.empty();
            case Caller.Platform _, Caller.Operator _, Caller.Service _ ->
                throw new IllegalArgumentException("nobody who is shown personal data");
        };
    }

    private Mono<Void> note(PersonId person, String by, RegionCode region, String door, String reason) {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            return reads.add(new PersonalDataRead(
                    ReadId.of(person, now, ids.next('r')), person, by, region, door, reason, now, traces.traceId()));
        });
    }
}
