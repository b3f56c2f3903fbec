package io.crosscare.settlement.visit;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.chassis.problem.Text;
import io.crosscare.settlement.chain.Chain;
import io.crosscare.settlement.chain.model.Undo;
import io.crosscare.settlement.visit.model.Registration;
import io.crosscare.settlement.visit.model.Visit;
import io.crosscare.settlement.visit.model.VisitAct;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Does something to a visit once: the act is kept with the visit in the write that changes it, so that the same request again
 * finds it done. What finds nothing to do leaves no act, only its key. A visit that has changed meanwhile is looked at again.
 */
public final class VisitActs {

    /** How often a visit may change under a request before the caller is told so. */
    private static final int MOVES_MAX = 4;

    private final Visits visits;
    private final Chain chain;

    public VisitActs(Visits visits, Chain chain) {
        this.visits = visits;
        this.chain = chain;
    }

    /**
     * A visit after an act.
     *
     * @param isReplay whether it had been done before, so that nothing was done now
     */
    public record Acted(Visit visit, boolean isReplay) {}

    /**
     * Carries an act out.
     *
     * @param next the visit as the act leaves it; the same visit where there is nothing to do; a problem where it may not be
     */
    Mono<Acted> carryOut(Visit visit, VisitAct act, Function<Visit, Mono<Visit>> next) {
        return attempt(visit, act, next, MOVES_MAX);
    }

    private Mono<Acted> attempt(Visit visit, VisitAct act, Function<Visit, Mono<Visit>> next, int moves) {
        Registration.Request request = act.request();
        Optional<Registration.Request> before =
                request == null ? Optional.empty() : visit.file().requestOf(request.key());
        if (before.isPresent()) {
            return before.get().equals(request)
                    ? Mono.just(new Acted(visit, true))
                    : Mono.error(ProblemException.of(ProblemType.IDEMPOTENCY_CONFLICT));
        }
        return withoutUndone(visit)
                .flatMap(current -> next.apply(current).flatMap(changed -> keep(current, changed, act)))
                .switchIfEmpty(Mono.defer(() -> again(visit, act, next, moves)));
    }

    /** Empty where the visit has changed meanwhile. */
    private Mono<Acted> keep(Visit current, Visit changed, VisitAct act) {
        Registration.Request request = act.request();
        boolean isUnchanged = changed.equals(current);
        if (isUnchanged && request == null) {
            return Mono.just(new Acted(current, true));
        }
        if (current.file().isFull()) {
            return Mono.error(
                    VisitProblems.conflict(current, Text.of("该就诊的变更次数已达上限", "the visit has been changed too often")));
        }
        Visit kept = isUnchanged && request != null ? current.remembering(request) : changed;
        return visits.replace(kept)
                .flatMap(isReplaced -> isReplaced ? Mono.just(new Acted(kept, isUnchanged)) : Mono.empty());
    }

    private Mono<Acted> again(Visit visit, VisitAct act, Function<Visit, Mono<Visit>> next, int moves) {
        return moves == 0
                ? Mono.error(VisitProblems.moved(visit))
                : visits.find(visit.id()).flatMap(found -> attempt(found, act, next, moves - 1));
    }

    /** A settlement that was undone by a process that stopped before it came to the visit covers nothing any more. */
    private Mono<Visit> withoutUndone(Visit visit) {
        return Flux.fromIterable(visit.fees().settlements())
                .filterWhen(settlement ->
                        chain.lastOf(settlement).ofType(Undo.class).hasElement())
                .next()
                .flatMap(undone -> visits.replace(visit.unsettled(undone))
                        .filter(isReplaced -> isReplaced)
                        .flatMap(_ -> withoutUndone(visit.unsettled(undone)))
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty()))
                .defaultIfEmpty(Optional.of(visit))
                .flatMap(Mono::justOrEmpty);
    }
}
