package io.crosscare.settlement.direct;

import io.crosscare.settlement.chain.PersonTurns;
import io.crosscare.settlement.chain.model.Scope;
import io.crosscare.settlement.direct.FinishSettlement.Finished;
import io.crosscare.settlement.eligibility.model.Refusal;
import io.crosscare.settlement.interruption.TellInterruption;
import io.crosscare.settlement.visit.Visits;
import io.crosscare.settlement.visit.model.Marker;
import io.crosscare.settlement.visit.model.Visit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Finishes settlements whose process stopped between the marker and the end: rolls them forward under their own key, and
 * re-opens a visit only where that is refused. Never undoes anything. Whoever asked for them may have got no answer, so the
 * correction desk is told of each before it is finished.
 */
public final class SweepSettlingVisits {

    /** A younger marker is still in the hands of whoever set it. */
    public static final Duration AGE_MIN = Duration.ofSeconds(10);

    private static final int BATCH = 100;

    private final Visits visits;
    private final PersonTurns turns;
    private final Bills bills;
    private final FinishSettlement finishSettlement;
    private final RefuseSettlement refuseSettlement;
    private final TellInterruption tellInterruption;
    private final SettlementMeters meters;
    private final Consumer<List<Instant>> unresolved;
    private final Clock clock;

    /**
     * Sweeps.
     *
     * @param unresolved told at each turn since when settlements have been left behind
     */
    public SweepSettlingVisits(
            Visits visits,
            PersonTurns turns,
            Bills bills,
            FinishSettlement finishSettlement,
            RefuseSettlement refuseSettlement,
            TellInterruption tellInterruption,
            SettlementMeters meters,
            Consumer<List<Instant>> unresolved,
            Clock clock) {
        this.visits = visits;
        this.turns = turns;
        this.bills = bills;
        this.finishSettlement = finishSettlement;
        this.refuseSettlement = refuseSettlement;
        this.tellInterruption = tellInterruption;
        this.meters = meters;
        this.unresolved = unresolved;
        this.clock = clock;
    }

    /** One turn. A visit that cannot be finished now does not keep the others from it, and fails the turn at its end. */
    public Mono<Void> sweep() {
        return visits.settlingSince(clock.instant().minus(AGE_MIN), BATCH)
                .collectList()
                .doOnNext(left -> unresolved.accept(
                        left.stream().map(settling -> settling.marker().since()).toList()))
                .flatMapIterable(left -> left)
                .flatMapDelayError(
                        settling -> turns.admittedAtLast(settling.registration().person(), finish(settling)), 4, 1)
                .then();
    }

    private Mono<Void> finish(Visit.Settling settling) {
        return untilOf(settling.marker()).flatMap(until -> finish(settling, until.orElse(null)));
    }

    /** The last day that a settlement on the way covers; none where it is no such. */
    private Mono<Optional<LocalDate>> untilOf(Marker marker) {
        return marker.scope() instanceof Scope.Interim
                ? bills.byHash(marker.billHash())
                        .map(frozen -> Optional.of(frozen.bill().circumstances().serviceTo()))
                        .defaultIfEmpty(Optional.empty())
                : Mono.just(Optional.empty());
    }

    private Mono<Void> finish(Visit.Settling settling, @Nullable LocalDate until) {
        return tellInterruption
                .leftBehind(settling.registration(), settling.marker(), until)
                .then(Mono.defer(() -> finishSettlement.finish(settling)))
                .doOnNext(_ -> meters.rolledForward())
                .flatMap(finished -> finished instanceof Finished.Refused(Refusal refusal)
                        ? refuseSettlement
                                .refuse(
                                        settling.registration(),
                                        settling.marker().scope(),
                                        until,
                                        settling.marker().key(),
                                        refusal)
                                .then()
                        : Mono.empty());
    }
}
