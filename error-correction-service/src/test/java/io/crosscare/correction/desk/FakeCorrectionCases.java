package io.crosscare.correction.desk;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.correction.desk.CorrectionCases.Count;
import io.crosscare.correction.desk.CorrectionCases.Patients;
import io.crosscare.correction.desk.CorrectionCases.Place;
import io.crosscare.correction.desk.CorrectionCases.Query;
import io.crosscare.correction.desk.CorrectionCases.Summary;
import io.crosscare.correction.desk.CorrectionCases.UnpublishedChange;
import io.crosscare.correction.desk.model.CaseFile;
import io.crosscare.correction.desk.model.CaseId;
import io.crosscare.correction.desk.model.CaseState;
import io.crosscare.correction.desk.model.CorrectionCase;
import io.crosscare.correction.desk.model.Fact.Settled;
import io.crosscare.correction.desk.model.Outage;
import io.crosscare.correction.desk.model.Reach;
import io.crosscare.correction.desk.model.Refusal;
import io.crosscare.correction.desk.model.Resolution;
import io.crosscare.correction.desk.model.Source;
import io.crosscare.correction.desk.model.Stage;
import io.crosscare.correction.desk.model.VisitScope;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The cases for tests, kept to the same contract as the store's. */
public final class FakeCorrectionCases implements CorrectionCases {

    private static final Comparator<Place> NEWEST_FIRST = Comparator.comparing(Place::openedAt)
            .thenComparing(place -> place.id().value())
            .reversed();

    private final Map<CaseId, CorrectionCase> cases = new ConcurrentHashMap<>();

    @Override
    public Mono<CorrectionCase> find(CaseId id) {
        return Mono.fromSupplier(() -> cases.get(id));
    }

    @Override
    public Flux<CorrectionCase> of(VisitScope scope) {
        return all(one -> !isCommon(one) && one.file().subject().scope().equals(scope));
    }

    @Override
    public Flux<CorrectionCase> of(PersonId person) {
        return all(one ->
                        !isCommon(one) && one.file().subject().scope().person().equals(person))
                .take(OF_PERSON_MAX);
    }

    private static boolean isCommon(CorrectionCase one) {
        return one.file().work().outage() != null;
    }

    private static boolean isOpen(CorrectionCase one) {
        return one.state() == CaseState.OPEN;
    }

    @Override
    public Flux<CorrectionCase> dueForCheck(Instant due, int limit) {
        return all(one -> {
                    Instant next = one.file().work().nextCheckAt();
                    return isOpen(one) && next != null && !next.isAfter(due);
                })
                .take(limit);
    }

    @Override
    public Flux<CaseId> waitingAt(InstitutionCode institution, int limit) {
        return waiting(one -> one.file().firstRefusal().institution().equals(institution), limit);
    }

    @Override
    public Flux<CaseId> waitingBetween(@Nullable RegionCode insuredRegion, @Nullable RegionCode careRegion, int limit) {
        return waiting(
                one -> (insuredRegion == null
                                || one.file().firstRefusal().insuredRegion().equals(insuredRegion))
                        && (careRegion == null
                                || one.file().firstRefusal().careRegion().equals(careRegion)),
                limit);
    }

    @Override
    public Flux<CaseId> waitingForUpload(String filingId, int limit) {
        return waiting(one -> one.filingsAwaitedUpstream().contains(filingId), limit);
    }

    @Override
    public Flux<CaseId> waitingIn(CaseId group, int limit) {
        return waiting(one -> group.equals(one.file().work().group()), limit);
    }

    private Flux<CaseId> waiting(Predicate<CorrectionCase> concerned, int limit) {
        return all(one -> isOpen(one) && concerned.test(one))
                .map(CorrectionCase::id)
                .take(limit);
    }

    @Override
    public Flux<Patients> outages(int limit) {
        Flux<CaseId> groups = Flux.concat(
                all(one -> isOpen(one) && isCommon(one)).map(CorrectionCase::id),
                all(one -> isOpen(one) && one.file().work().group() != null)
                        .mapNotNull(one -> one.file().work().group()));
        return groups.distinct()
                .take(limit)
                .map(this::patientsOf)
                .filter(patients -> patients.outage().patients() > 0);
    }

    private Patients patientsOf(CaseId group) {
        List<CorrectionCase> patients = cases.values().stream()
                .filter(one -> group.equals(one.file().work().group()))
                .toList();
        Outage outage = patients.stream()
                .map(one -> Outage.of(
                        group,
                        1,
                        isOpen(one),
                        one.isCauseGone(),
                        one.file().refusals().count(),
                        Reach.of(
                                one.file().firstRefusal().institution(),
                                one.file().firstRefusal().insuredRegion(),
                                one.file().firstRefusal().careRegion())))
                .reduce(Outage.none(group), Outage::plus);
        Optional<Settled> last = patients.stream()
                .filter(CorrectionCase.Resolved.class::isInstance)
                .max(Comparator.comparing(one -> Place.of(one).openedAt()))
                .map(one -> ((CorrectionCase.Resolved) one).evidence());
        return new Patients(outage, last);
    }

    @Override
    public Flux<Summary> patients(CaseId group, CaseSight sight, @Nullable Place after, int limit) {
        return all(one -> group.equals(one.file().work().group()) && sight.shows(one))
                .filter(one -> after == null || NEWEST_FIRST.compare(Place.of(one), after) > 0)
                .take(limit)
                .map(Summary::of);
    }

    @Override
    public Mono<Boolean> add(CorrectionCase opened) {
        return Mono.fromSupplier(() -> cases.putIfAbsent(opened.id(), stored(opened)) == null);
    }

    @Override
    public Mono<Boolean> replace(CorrectionCase changed) {
        return Mono.fromSupplier(() -> {
            CorrectionCase present = cases.get(changed.id());
            return present != null
                    && present.file().version() == changed.file().version()
                    && cases.replace(changed.id(), present, stored(changed));
        });
    }

    @Override
    public Flux<CorrectionCase> awaiting(Source source, int limit) {
        return all(one -> one.file().awaited().contains(source)).take(limit);
    }

    @Override
    public Flux<CorrectionCase> due(Instant now, int limit) {
        return all(one -> one instanceof CorrectionCase.Open
                        && isDue(one.file().handling().stage(), now))
                .take(limit);
    }

    private static boolean isDue(Stage stage, Instant now) {
        boolean isUndated = stage.station().dues() == null;
        return isUndated || stage.nextAt().filter(at -> !at.isAfter(now)).isPresent();
    }

    @Override
    public Flux<Summary> list(Query query) {
        Place after = query.after();
        return all(one -> query.sight().shows(one))
                .filter(one -> {
                    boolean isOfOne = query.person() != null || query.sight() instanceof CaseSight.OfPerson;
                    return isOfOne ? !isCommon(one) : one.file().work().group() == null;
                })
                .filter(one -> query.state() == null || query.state() == one.state())
                .filter(one -> query.reason() == null
                        || query.reason().equals(one.file().subject().reason()))
                .filter(one -> isAt(query, one))
                .filter(one -> matches(query, one.file().firstRefusal()))
                .filter(query.work()::matches)
                .filter(one -> after == null || NEWEST_FIRST.compare(Place.of(one), after) > 0)
                .take(query.limit())
                .map(Summary::of);
    }

    /** Of two institutions that are both to be met there is no case. */
    private static boolean isAt(Query query, CorrectionCase one) {
        InstitutionCode asked = query.institution();
        boolean isAnothers =
                query.sight() instanceof CaseSight.OfInstitution(InstitutionCode own) && !own.equals(asked);
        return asked == null || (!isAnothers && new CaseSight.OfInstitution(asked).shows(one));
    }

    private static boolean matches(Query query, Refusal refusal) {
        return (query.insuredRegion() == null || query.insuredRegion().equals(refusal.insuredRegion()))
                && (query.careRegion() == null || query.careRegion().equals(refusal.careRegion()))
                && (query.person() == null
                        || query.person().equals(refusal.subject().scope().person()));
    }

    @Override
    public Flux<Count> counts(CaseSight sight, @Nullable CaseState state) {
        return Flux.fromStream(() -> cases.values().stream()
                .filter(one -> state == null || one.state() == state)
                .filter(one -> sight instanceof CaseSight.OfPerson
                        ? !isCommon(one)
                        : one.file().work().group() == null)
                .filter(sight::shows)
                .collect(Collectors.groupingBy(
                        one -> Map.entry(one.state(), one.file().subject().reason()),
                        Collectors.mapping(one -> Place.of(one).openedAt(), Collectors.toList())))
                .entrySet()
                .stream()
                .map(group -> new Count(
                        group.getKey().getKey(),
                        group.getKey().getValue(),
                        group.getValue().size(),
                        Collections.min(group.getValue()))));
    }

    @Override
    public Flux<OpenCount> openCounts(CaseSight sight, WorkFilter filter) {
        return all(one -> one instanceof CorrectionCase.Open && sight.shows(one) && filter.matches(one))
                .map(one -> new OpenCount(
                        one.file().handling().stage().station().office().level(),
                        one.file().subject().reason(),
                        one.file().work().cause(),
                        1))
                .groupBy(one -> one)
                .flatMap(group -> group.count()
                        .map(count -> new OpenCount(
                                group.key().level(),
                                group.key().reason(),
                                group.key().cause(),
                                count)));
    }

    @Override
    public Flux<Ending> endings(CaseSight sight, Instant from, Instant before) {
        return openedIn(sight, from, before)
                .filter(one -> sight instanceof CaseSight.OfPerson
                        ? !isCommon(one)
                        : one.file().work().group() == null)
                .map(one -> new Ending(one.state(), one.file().work().cause(), one.isByHand(), 1));
    }

    @Override
    public Mono<Long> misled(CaseSight sight, Instant from, Instant before) {
        return openedIn(sight, from, before)
                .map(one -> one.file().work().misled())
                .reduce(0L, Long::sum);
    }

    private Flux<CorrectionCase> openedIn(CaseSight sight, Instant from, Instant before) {
        return all(one -> {
            Instant openedAt = Place.of(one).openedAt();
            return sight.shows(one) && !openedAt.isBefore(from) && openedAt.isBefore(before);
        });
    }

    @Override
    public Flux<UnpublishedChange> unpublished(int limit) {
        return all(_ -> true)
                .concatMapIterable(one -> one.file().changes().stream()
                        .filter(change -> change.seq() > one.file().announced())
                        .map(change -> new UnpublishedChange(one, change))
                        .toList())
                .take(limit);
    }

    @Override
    public Mono<Void> published(CaseId id, long seq) {
        return Mono.fromRunnable(() -> cases.computeIfPresent(
                id,
                (_, one) -> with(
                        one, Math.max(one.file().announced(), seq), one.file().version() + 1)));
    }

    @Override
    public Mono<Void> allUnpublished() {
        return Mono.fromRunnable(
                () -> cases.replaceAll((_, one) -> with(one, 0, one.file().version() + 1)));
    }

    private Flux<CorrectionCase> all(Predicate<CorrectionCase> wanted) {
        return Flux.defer(() -> {
            List<CorrectionCase> sorted = cases.values().stream()
                    .filter(wanted)
                    .sorted(Comparator.comparing(Place::of, NEWEST_FIRST))
                    .toList();
            return Flux.fromIterable(sorted);
        });
    }

    private static CorrectionCase stored(CorrectionCase one) {
        return with(one, one.file().announced(), one.file().version() + 1);
    }

    private static CorrectionCase with(CorrectionCase one, long announced, long version) {
        CaseFile file = one.file();
        CaseFile changed = new CaseFile(
                file.subject(),
                file.refusals(),
                file.entries(),
                file.facts(),
                file.awaited(),
                file.comments(),
                file.work(),
                file.handling(),
                file.changes(),
                file.seq(),
                announced,
                version);
        return switch (one) {
            case CorrectionCase.Open _ -> new CorrectionCase.Open(changed);
            case CorrectionCase.Resolved(var _, Settled evidence) -> new CorrectionCase.Resolved(changed, evidence);
            case CorrectionCase.ResolvedByHand(var _, Resolution resolution) ->
                new CorrectionCase.ResolvedByHand(changed, resolution);
            case CorrectionCase.Moot _ -> new CorrectionCase.Moot(changed);
        };
    }
}
