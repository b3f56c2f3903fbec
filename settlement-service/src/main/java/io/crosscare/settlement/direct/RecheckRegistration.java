package io.crosscare.settlement.direct;

import io.crosscare.settlement.chain.Chain;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.Undo;
import io.crosscare.settlement.chain.model.VisitId;
import io.crosscare.settlement.direct.RecheckBill.Rechecked;
import io.crosscare.settlement.direct.RecheckBill.State;
import io.crosscare.settlement.eligibility.DescribeRefusal;
import io.crosscare.settlement.eligibility.KnownFacts;
import io.crosscare.settlement.eligibility.ReadModels;
import io.crosscare.settlement.eligibility.RefusalStatement;
import io.crosscare.settlement.eligibility.model.Refusal;
import io.crosscare.settlement.eligibility.model.RefusalReason;
import io.crosscare.settlement.interruption.Interruptions;
import io.crosscare.settlement.interruption.model.Interruption;
import io.crosscare.settlement.visit.VisitQuery;
import io.crosscare.settlement.visit.Visits;
import io.crosscare.settlement.visit.model.Registration;
import io.crosscare.settlement.visit.model.Visit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Says how a registration that a silent neighbour stopped stands now, for the correction desk: ready when it would be taken, or
 * has been under the same number; settled when that visit is, or, while no visit has the number, one that took its place; refused
 * where nobody knows the institution. Silence stays silence.
 */
public final class RecheckRegistration {

    /** Of one person at one institution, since one day. */
    private static final int VISITS_MAX = 200;

    private final Interruptions interruptions;
    private final Visits visits;
    private final Chain chain;
    private final KnownFacts knownFacts;
    private final DescribeRefusal describeRefusal;
    private final KnownCopies knownCopies;

    public RecheckRegistration(
            Interruptions interruptions,
            Visits visits,
            Chain chain,
            KnownFacts knownFacts,
            DescribeRefusal describeRefusal,
            ReadModels copies) {
        this.interruptions = interruptions;
        this.visits = visits;
        this.chain = chain;
        this.knownFacts = knownFacts;
        this.describeRefusal = describeRefusal;
        this.knownCopies = new KnownCopies(copies);
    }

    /** Empty where no registration was stopped under this name. */
    public Mono<Rechecked> recheck(VisitId name) {
        return interruptions
                .ofRegistration(name)
                .flatMap(stopped -> registered(stopped)
                        .flatMap(visit -> ofVisit(stopped, visit))
                        .switchIfEmpty(Mono.defer(() -> ofVisitInItsPlace(stopped)))
                        .switchIfEmpty(Mono.defer(() -> ofInstitution(stopped))));
    }

    private Mono<Visit> registered(Interruption stopped) {
        return Mono.justOrEmpty(stopped.visitNumber())
                .flatMap(number -> visits.numbered(stopped.institution(), stopped.person(), number))
                .flatMap(visits::find);
    }

    /** What may stop its settlement has a case of its own. */
    private Mono<Rechecked> ofVisit(Interruption stopped, Visit visit) {
        return live(visit)
                .next()
                .flatMap(live -> settled(stopped, live))
                .switchIfEmpty(Mono.defer(() -> rechecked(stopped, State.READY, null)));
    }

    /**
     * Nobody can settle a visit that was never registered. Where the hospital has registered the patient anew under another
     * number, that visit's settlement is the evidence: for the same care, begun on that day or later, registered after the stop.
     * One that was stopped itself is the evidence of its own case only. Empty where there is none.
     */
    private Mono<Rechecked> ofVisitInItsPlace(Interruption stopped) {
        return visits.page(visitsSince(stopped))
                .flatMapIterable(found -> found.stream()
                        .filter(visit -> isInPlaceOf(stopped, visit.registration()))
                        .sorted(Comparator.comparing(
                                visit -> visit.registration().registeredAt()))
                        .toList())
                .filterWhen(visit -> wasStopped(visit.registration()).map(wasStopped -> !wasStopped))
                .concatMap(this::live)
                .next()
                .flatMap(live -> settled(stopped, live));
    }

    private static VisitQuery visitsSince(Interruption stopped) {
        return new VisitQuery(
                stopped.institution(), stopped.person(), null, stopped.serviceDate(), null, null, VISITS_MAX);
    }

    private static boolean isInPlaceOf(Interruption stopped, Registration visit) {
        return visit.serviceType() == stopped.serviceType()
                && !visit.registeredAt().isBefore(stopped.at());
    }

    private Mono<Boolean> wasStopped(Registration visit) {
        return interruptions.ofRegistration(Interruption.nameOf(visit)).hasElement();
    }

    private Flux<Entry> live(Visit visit) {
        return Flux.fromIterable(visit.fees().settlements())
                .concatMap(chain::lastOf)
                .filter(last -> !(last instanceof Undo));
    }

    private Mono<Rechecked> settled(Interruption stopped, Entry live) {
        return refused(stopped, Refusal.alreadySettled(live.id(), stopped.serviceDate()))
                .flatMap(refusal -> rechecked(stopped, State.SETTLED, refusal));
    }

    private Mono<Rechecked> ofInstitution(Interruption stopped) {
        return knownFacts
                .institution(stopped.institution())
                .flatMap(_ -> rechecked(stopped, State.READY, null))
                .switchIfEmpty(Mono.defer(
                        () -> refused(stopped, Refusal.of(RefusalReason.INSTITUTION_UNKNOWN, stopped.serviceDate()))
                                .flatMap(refusal -> rechecked(stopped, State.REFUSED, refusal))));
    }

    private Mono<RefusalStatement> refused(Interruption stopped, Refusal refusal) {
        return describeRefusal.describe(refusal, stopped.insuredRegion(), stopped.careRegion(), stopped.institution());
    }

    private Mono<Rechecked> rechecked(Interruption stopped, State state, @Nullable RefusalStatement refusal) {
        return knownCopies
                .of(stopped.person(), stopped.institution())
                .map(known -> new Rechecked(state, refusal, known, Set.of(), List.of()));
    }
}
