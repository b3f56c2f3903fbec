package io.crosscare.correction.desk;

import io.crosscare.chassis.problem.Blame;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.correction.desk.model.CaseId;
import io.crosscare.correction.desk.model.CorrectionCase;
import io.crosscare.correction.desk.model.Recheck;
import io.crosscare.correction.desk.model.RepairsOfRecheck;
import java.time.Clock;
import java.time.Instant;
import reactor.core.publisher.Mono;

/**
 * Asks settlement again how the bills of open cases stand, at growing intervals and when something has changed that may have
 * mended them. A preview stores nothing, so it may be asked as often as one likes; before a no settlement asks the owners, so a
 * copy that was behind is put right by it. What was refused on the way of a stay is asked for as that, not as its end. That a
 * bill would be settled now is told once.
 */
public final class RecheckCases {

    private static final int BATCH = 50;
    private static final int AT_ONCE_MAX = 4;

    /** How many patients of a common case are looked at when one of them can be settled. */
    private static final int HURRIED_MAX = 5_000;

    private final CorrectionCases cases;
    private final Neighbours neighbours;
    private final FindEntry findEntry;
    private final ChangeCase changeCase;
    private final CaseMeters meters;
    private final Clock clock;

    public RecheckCases(
            CorrectionCases cases,
            Neighbours neighbours,
            FindEntry findEntry,
            ChangeCase changeCase,
            CaseMeters meters,
            Clock clock) {
        this.cases = cases;
        this.neighbours = neighbours;
        this.findEntry = findEntry;
        this.changeCase = changeCase;
        this.meters = meters;
        this.clock = clock;
    }

    /** One turn: all that is due by now, a batch at a time. */
    public Mono<Void> recheck() {
        Instant due = clock.instant();
        return cases.dueForCheck(due, BATCH)
                .flatMap(this::recheck, AT_ONCE_MAX)
                .count()
                .repeat()
                .takeUntil(checked -> checked < BATCH)
                .then();
    }

    private Mono<ChangeCase.Changed> recheck(CorrectionCase one) {
        return ask(one).flatMap(told -> keep(one.id(), told));
    }

    /** Settlement's word, kept in the case; empty where there is no such case any more. */
    Mono<ChangeCase.Changed> keep(CaseId id, Recheck told) {
        return changeCase
                .change(id, present -> present.rechecked(told, RepairsOfRecheck.of(present, told), clock.instant()))
                .doOnNext(changed -> meters.rechecked(told.outcome()))
                .flatMap(changed -> hurryOthers(changed).thenReturn(changed));
    }

    Mono<Recheck> ask(CorrectionCase one) {
        return neighbours
                .recheck(one.file().subject().scope(), one.file().lastRefusal().until())
                .flatMap(told -> bringEntry(one, told).thenReturn(told))
                .onErrorResume(
                        RecheckCases::isSilence,
                        _ -> Mono.just(Recheck.of(Recheck.Outcome.UNANSWERED, clock.instant())));
    }

    /** A visit that could not be registered has another name since it is, so no topic brings its settlement to this case. */
    private Mono<Void> bringEntry(CorrectionCase one, Recheck told) {
        String settlement = told.settlementId();
        if (told.outcome() != Recheck.Outcome.SETTLED || settlement == null || !mayBeOfRegistration(one)) {
            return Mono.empty();
        }
        return findEntry
                .find(one.file().subject().scope().person(), settlement)
                .flatMap(entry -> changeCase.change(one.id(), present -> present.entered(entry, clock.instant())))
                .then();
    }

    /** A stay looks the same, and hears of its settlement twice. */
    private static boolean mayBeOfRegistration(CorrectionCase one) {
        return one.file().lastRefusal().peer() != null
                && one.file().subject().scope().batch() == null;
    }

    /** Where the cause is gone for one patient of a common case, most likely it is for all. */
    private Mono<Void> hurryOthers(ChangeCase.Changed changed) {
        CaseId group = changed.after().file().work().group();
        boolean isNews = changed.after().isCauseGone() && !changed.before().isCauseGone();
        if (group == null || !isNews) {
            return Mono.empty();
        }
        return cases.waitingIn(group, HURRIED_MAX)
                .filter(other -> !other.equals(changed.after().id()))
                .concatMap(other -> changeCase.change(
                        other, present -> present.isCauseGone() ? present : present.hurried(clock.instant())))
                .then();
    }

    private static boolean isSilence(Throwable error) {
        return error instanceof ProblemException problem && problem.type().blame() == Blame.PEER;
    }
}
