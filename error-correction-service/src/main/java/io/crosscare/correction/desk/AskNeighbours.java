package io.crosscare.correction.desk;

import io.crosscare.chassis.problem.Blame;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.correction.desk.model.CorrectionCase;
import io.crosscare.correction.desk.model.Fact;
import io.crosscare.correction.desk.model.Source;
import java.time.Clock;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asks the neighbours about cases that opened, apart from their opening: a neighbour's silence delays its own facts until a
 * later turn, never the case, and never the facts of the other.
 */
public final class AskNeighbours {

    private static final int BATCH = 50;
    private static final int AT_ONCE_MAX = 4;

    private final CorrectionCases cases;
    private final Neighbours neighbours;
    private final ChangeCase changeCase;
    private final CaseMeters meters;
    private final Clock clock;

    public AskNeighbours(
            CorrectionCases cases, Neighbours neighbours, ChangeCase changeCase, CaseMeters meters, Clock clock) {
        this.cases = cases;
        this.neighbours = neighbours;
        this.changeCase = changeCase;
        this.meters = meters;
        this.clock = clock;
    }

    /** One turn: goes on as long as there is something to ask and the neighbour answers. */
    public Mono<Void> ask() {
        return Flux.fromArray(Source.values())
                .flatMapDelayError(this::askAll, Source.values().length, 1)
                .then();
    }

    private Mono<Void> askAll(Source source) {
        return cases.awaiting(source, BATCH)
                .flatMap(one -> ask(source, one), AT_ONCE_MAX)
                .count()
                .repeat()
                .takeUntil(answered -> answered < BATCH)
                .then()
                .onErrorResume(AskNeighbours::isSilence, _ -> silent(source));
    }

    private Mono<ChangeCase.Changed> ask(Source source, CorrectionCase one) {
        return question(source, one)
                .doOnNext(_ -> meters.asked(source, true))
                .flatMap(facts ->
                        changeCase.change(one.id(), present -> present.answered(source, facts, clock.instant())));
    }

    private Mono<List<Fact>> question(Source source, CorrectionCase one) {
        return switch (source) {
            case FILING -> neighbours.filings(one.file().subject().scope().person());
            case REGISTRY -> neighbours.registry(one.file().lastRefusal());
        };
    }

    /** The rest waits for the next turn. */
    private Mono<Void> silent(Source source) {
        return Mono.fromRunnable(() -> meters.asked(source, false));
    }

    private static boolean isSilence(Throwable error) {
        return error instanceof ProblemException problem && problem.type().blame() == Blame.PEER;
    }
}
