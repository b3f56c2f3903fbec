package io.crosscare.settlement.visit;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.settlement.Faults;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.Unpublished;
import io.crosscare.settlement.chain.model.VisitId;
import io.crosscare.settlement.visit.RegistrationOutcome.NumberTaken;
import io.crosscare.settlement.visit.RegistrationOutcome.OtherContent;
import io.crosscare.settlement.visit.RegistrationOutcome.Registered;
import io.crosscare.settlement.visit.RegistrationOutcome.Replayed;
import io.crosscare.settlement.visit.model.Registration;
import io.crosscare.settlement.visit.model.Visit;
import io.crosscare.settlement.visit.model.VisitLine;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The visits for tests, kept to the same contract as the store's. */
public final class InMemoryVisits implements Visits {

    private final Map<VisitId, Visit> visits = new LinkedHashMap<>();
    private final Map<String, List<VisitLine>> chunks = new TreeMap<>();
    private final Set<EntryId> published = new HashSet<>();
    private final Faults faults;

    public InMemoryVisits(Faults faults) {
        this.faults = faults;
    }

    @Override
    public synchronized Mono<Visit> find(VisitId id) {
        return Mono.fromSupplier(() -> visits.get(id));
    }

    @Override
    public Mono<RegistrationOutcome> register(Visit.Open visit) {
        return faults.around(Mono.fromSupplier(() -> insert(visit)));
    }

    private synchronized RegistrationOutcome insert(Visit.Open visit) {
        Registration wanted = visit.registration();
        for (Visit present : visits.values()) {
            Registration one = present.registration();
            if (one.request().key().equals(wanted.request().key())) {
                return one.request().hash().equals(wanted.request().hash())
                        ? new Replayed(present)
                        : new OtherContent();
            }
        }
        for (Visit present : visits.values()) {
            if (isNumberedAs(present, wanted)) {
                return new NumberTaken(present.id());
            }
        }
        visits.put(visit.id(), visit);
        return new Registered(visit);
    }

    private static boolean isNumberedAs(Visit present, Registration wanted) {
        return isNumbered(present, wanted.institution(), wanted.person(), wanted.visitNumber());
    }

    private static boolean isNumbered(Visit present, InstitutionCode institution, PersonId person, String visitNumber) {
        Registration one = present.registration();
        return !(present instanceof Visit.Cancelled)
                && one.institution().equals(institution)
                && one.person().equals(person)
                && one.visitNumber().equals(visitNumber);
    }

    @Override
    public Mono<VisitId> numbered(InstitutionCode institution, PersonId person, String visitNumber) {
        return Mono.justOrEmpty(all().stream()
                .filter(present -> isNumbered(present, institution, person, visitNumber))
                .map(Visit::id)
                .findFirst());
    }

    @Override
    public Mono<Boolean> replace(Visit visit) {
        return faults.around(Mono.fromSupplier(() -> replaceAtVersion(visit)));
    }

    private synchronized boolean replaceAtVersion(Visit visit) {
        Visit present = visits.get(visit.id());
        if (present == null || present.version() != visit.version() - 1) {
            return false;
        }
        if (!(visit instanceof Visit.Cancelled) && isTakenByAnother(visit)) {
            return false;
        }
        visits.put(visit.id(), visit);
        return true;
    }

    private boolean isTakenByAnother(Visit visit) {
        return visits.values().stream()
                .anyMatch(other -> !other.id().equals(visit.id()) && isNumberedAs(other, visit.registration()));
    }

    @Override
    public Mono<String> storeChunk(VisitId visit, List<VisitLine> lines) {
        return faults.around(Mono.fromSupplier(() -> keepChunk(visit, lines)));
    }

    private synchronized String keepChunk(VisitId visit, List<VisitLine> lines) {
        String id = visit.value() + ":" + chunks.size();
        chunks.put(id, List.copyOf(lines));
        return id;
    }

    @Override
    public synchronized Mono<List<VisitLine>> lines(Visit visit) {
        return Mono.just(visit.fees().chunks().stream()
                .flatMap(chunk -> chunks.getOrDefault(chunk, List.of()).stream())
                .sorted(Comparator.comparingInt(line -> line.line().lineNumber()))
                .toList());
    }

    @Override
    public synchronized Mono<Map<String, List<VisitLine>>> chunks(Visit visit) {
        Map<String, List<VisitLine>> found = new TreeMap<>();
        visit.fees().chunks().forEach(chunk -> found.put(chunk, chunks.getOrDefault(chunk, List.of())));
        return Mono.just(found);
    }

    @Override
    public Flux<Visit.Settling> settlingSince(Instant before, int limit) {
        return Flux.defer(() -> Flux.fromIterable(all()))
                .ofType(Visit.Settling.class)
                .filter(visit -> visit.marker().since().isBefore(before))
                .take(limit);
    }

    @Override
    public Mono<Boolean> isSettling(PersonId person, Key key) {
        return Mono.fromSupplier(() -> all().stream()
                .anyMatch(visit -> visit instanceof Visit.Settling settling
                        && settling.registration().person().equals(person)
                        && settling.marker().key().equals(key)));
    }

    @Override
    public Mono<Boolean> isSettling(PersonId person, Key key, String billHash) {
        return Mono.fromSupplier(() -> all().stream()
                .anyMatch(visit -> visit instanceof Visit.Settling settling
                        && settling.registration().person().equals(person)
                        && settling.marker().key().equals(key)
                        && settling.marker().billHash().equals(billHash)));
    }

    @Override
    public Mono<Boolean> hasVisitOf(PersonId person, InstitutionCode institution) {
        return Mono.fromSupplier(() -> all().stream()
                .map(Visit::registration)
                .anyMatch(visit ->
                        visit.person().equals(person) && visit.institution().equals(institution)));
    }

    @Override
    public Flux<Visit> openStaysOf(Set<PersonId> persons) {
        return Flux.defer(() -> Flux.fromIterable(all()))
                .filter(visit -> persons.contains(visit.registration().person()))
                .filter(visit -> visit.registration().isOpenStay() && !(visit instanceof Visit.Cancelled));
    }

    @Override
    public Mono<List<Visit>> page(VisitQuery query) {
        return Mono.fromSupplier(() -> all().stream()
                .filter(query::covers)
                .sorted(VisitQuery.ORDER)
                .limit(query.limit())
                .toList());
    }

    @Override
    public Flux<Unpublished> unpublished(int limit) {
        return Flux.defer(() -> Flux.fromIterable(all()))
                .flatMapIterable(Visit::unpublished)
                .filter(unpublished -> !published.contains(unpublished.entry()))
                .take(limit);
    }

    @Override
    public Mono<Void> published(List<Published> entries) {
        return Mono.fromRunnable(() -> entries.stream()
                .map(Published::entry)
                .filter(Settlement.class::isInstance)
                .forEach(entry -> published.add(entry.id())));
    }

    @Override
    public Mono<Void> allUnpublished() {
        return Mono.fromRunnable(published::clear);
    }

    private synchronized List<Visit> all() {
        return List.copyOf(visits.values());
    }
}
