package io.crosscare.settlement.visit;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.settlement.chain.UnpublishedEntries;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.VisitId;
import io.crosscare.settlement.visit.model.Visit;
import io.crosscare.settlement.visit.model.VisitLine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Port to the stored visits and their fee lines. */
public interface Visits extends UnpublishedEntries {

    Mono<Visit> find(VisitId id);

    /** Stores a new visit, unless its key or its hospital's number is in use. */
    Mono<RegistrationOutcome> register(Visit.Open visit);

    /** A person's visit that has this number of the hospital's, and is not cancelled. */
    Mono<VisitId> numbered(InstitutionCode institution, PersonId person, String visitNumber);

    /**
     * Replaces the visit at the version before this one.
     *
     * @return false when the visit has moved on meanwhile, or another has taken its number; then nothing was written
     */
    Mono<Boolean> replace(Visit visit);

    /** Stores lines under a new name. They belong to the visit once its fee sheet names the chunk. */
    Mono<String> storeChunk(VisitId visit, List<VisitLine> lines);

    /** All lines of a visit's fee sheet, by line number. */
    Mono<List<VisitLine>> lines(Visit visit);

    /** The same lines, by the chunks they were stored in. */
    Mono<Map<String, List<VisitLine>>> chunks(Visit visit);

    /** Whether a settlement of the person is in flight under this key. */
    Mono<Boolean> isSettling(PersonId person, Key key);

    /** Whether this very attempt at it is, by the bill that it froze. */
    Mono<Boolean> isSettling(PersonId person, Key key, String billHash);

    /** Whether the institution ever registered a visit of the person. */
    Mono<Boolean> hasVisitOf(PersonId person, InstitutionCode institution);

    /** Stays of any of these persons from which nobody was discharged and that were not cancelled. */
    Flux<Visit> openStaysOf(Set<PersonId> persons);

    /** A page of an institution's visits, in the order of the list. */
    Mono<List<Visit>> page(VisitQuery query);

    /** Visits whose settlement has been in flight since before an instant. */
    Flux<Visit.Settling> settlingSince(Instant before, int limit);
}
