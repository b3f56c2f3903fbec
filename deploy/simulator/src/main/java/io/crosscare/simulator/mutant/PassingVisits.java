package io.crosscare.simulator.mutant;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.Unpublished;
import io.crosscare.settlement.chain.model.VisitId;
import io.crosscare.settlement.visit.RegistrationOutcome;
import io.crosscare.settlement.visit.VisitQuery;
import io.crosscare.settlement.visit.Visits;
import io.crosscare.settlement.visit.model.Visit;
import io.crosscare.settlement.visit.model.VisitLine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Visits that pass everything on; a mutant changes one answer. */
class PassingVisits implements Visits {

    private final Visits real;

    PassingVisits(Visits real) {
        this.real = real;
    }

    @Override
    public Mono<Visit> find(VisitId id) {
        return real.find(id);
    }

    @Override
    public Mono<RegistrationOutcome> register(Visit.Open visit) {
        return real.register(visit);
    }

    @Override
    public Mono<VisitId> numbered(InstitutionCode institution, PersonId person, String visitNumber) {
        return real.numbered(institution, person, visitNumber);
    }

    @Override
    public Mono<Boolean> replace(Visit visit) {
        return real.replace(visit);
    }

    @Override
    public Mono<String> storeChunk(VisitId visit, List<VisitLine> lines) {
        return real.storeChunk(visit, lines);
    }

    @Override
    public Mono<List<VisitLine>> lines(Visit visit) {
        return real.lines(visit);
    }

    @Override
    public Mono<Map<String, List<VisitLine>>> chunks(Visit visit) {
        return real.chunks(visit);
    }

    @Override
    public Mono<List<Visit>> page(VisitQuery query) {
        return real.page(query);
    }

    @Override
    public Mono<Boolean> isSettling(PersonId person, Key key) {
        return real.isSettling(person, key);
    }

    @Override
    public Mono<Boolean> isSettling(PersonId person, Key key, String billHash) {
        return real.isSettling(person, key, billHash);
    }

    @Override
    public Mono<Boolean> hasVisitOf(PersonId person, InstitutionCode institution) {
        return real.hasVisitOf(person, institution);
    }

    @Override
    public Flux<Visit> openStaysOf(Set<PersonId> persons) {
        return real.openStaysOf(persons);
    }

    @Override
    public Flux<Visit.Settling> settlingSince(Instant before, int limit) {
        return real.settlingSince(before, limit);
    }

    @Override
    public Flux<Unpublished> unpublished(int limit) {
        return real.unpublished(limit);
    }

    @Override
    public Mono<Void> published(List<Published> entries) {
        return real.published(entries);
    }

    @Override
    public Mono<Void> allUnpublished() {
        return real.allUnpublished();
    }
}
