package io.crosscare.correction.desk;

import io.crosscare.chassis.crypto.BlindIndex;
import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.correction.desk.model.CaseId;
import io.crosscare.correction.desk.model.CaseState;
import io.crosscare.correction.desk.model.CorrectionCase;
import io.crosscare.correction.desk.model.Repair;
import io.crosscare.correction.desk.model.RepairRun;
import java.time.Clock;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Does at somebody's wish what the desk does by itself: nothing of it changes money or rights, and doing it again does no harm.
 * Recorded with the account that asked for it, once per key.
 */
public final class RepairCase {

    /** How many patients of a common case are looked at again at once. */
    private static final int PATIENTS_MAX = 5_000;

    private final CorrectionCases cases;
    private final ChangeCase changeCase;
    private final RecheckCases recheckCases;
    private final Runnable askNeighbours;
    private final BlindIndex blindIndex;
    private final Clock clock;

    /**
     * Repairs.
     *
     * @param askNeighbours told when there is something to ask
     */
    public RepairCase(
            CorrectionCases cases,
            ChangeCase changeCase,
            RecheckCases recheckCases,
            Runnable askNeighbours,
            BlindIndex blindIndex,
            Clock clock) {
        this.cases = cases;
        this.changeCase = changeCase;
        this.recheckCases = recheckCases;
        this.askNeighbours = askNeighbours;
        this.blindIndex = blindIndex;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Outcome {

        record Repaired(CorrectionCase one, RepairRun run) implements Outcome {}

        /** The same request had been answered so before. */
        record Replayed(CorrectionCase one, RepairRun run) implements Outcome {}

        /** The key was used before for another repair. */
        record KeyReused() implements Outcome {}

        /** A case that is closed has nothing to repair. */
        record Closed() implements Outcome {}

        /** There is no such case in the caller's sight. */
        record NotVisible() implements Outcome {}
    }

    /**
     * Repairs.
     *
     * @param account of the caller
     * @param organisation whose key it is
     */
    public Mono<Outcome> repair(
            CaseSight sight, String account, String organisation, CaseId id, IdempotencyKey key, Repair repair) {
        String keyHash = blindIndex.of("correction.idempotency-key", organisation + ":" + key.value());
        return cases.find(id)
                .filter(sight::shows)
                .flatMap(present -> present.file()
                        .work()
                        .runOf(keyHash)
                        .map(before -> Mono.just(again(present, before, repair)))
                        .orElseGet(() -> repair(present, new Request(repair, account, keyHash))))
                .defaultIfEmpty(new Outcome.NotVisible());
    }

    private record Request(Repair repair, String account, String keyHash) {}

    private static Outcome again(CorrectionCase one, RepairRun before, Repair repair) {
        return before.repair() == repair ? new Outcome.Replayed(one, before) : new Outcome.KeyReused();
    }

    private Mono<Outcome> repair(CorrectionCase one, Request request) {
        if (one.state() != CaseState.OPEN) {
            return Mono.just(new Outcome.Closed());
        }
        return switch (request.repair()) {
            case REFRESH_COPY, RESOLVE_OUTCOME, RECHECK ->
                one.file().work().outage() == null ? recheck(one, request) : recheckPatients(one, request);
            case ASK_OWNERS -> askOwners(one, request);
            case NOTIFY -> throw new IllegalArgumentException("nobody asks for a notice");
        };
    }

    private Mono<Outcome> recheck(CorrectionCase one, Request request) {
        return recheckCases
                .ask(one)
                .flatMap(told -> recheckCases
                        .keep(one.id(), told)
                        .then(record(
                                one, request, told.runOutcome(), told.outcome().name())));
    }

    private Mono<Outcome> recheckPatients(CorrectionCase one, Request request) {
        return cases.waitingIn(one.id(), PATIENTS_MAX)
                .concatMap(patient -> changeCase.change(patient, present -> present.hurried(clock.instant())))
                .count()
                .flatMap(patients -> record(
                        one,
                        request,
                        patients == 0 ? RepairRun.Outcome.NOTHING_FOUND : RepairRun.Outcome.DONE,
                        "patients " + patients));
    }

    private Mono<Outcome> askOwners(CorrectionCase one, Request request) {
        return changeCase
                .change(one.id(), CorrectionCase::asking)
                .then(record(one, request, RepairRun.Outcome.DONE, "asked"))
                .doOnNext(_ -> askNeighbours.run());
    }

    private Mono<Outcome> record(CorrectionCase one, Request request, RepairRun.Outcome outcome, String detail) {
        RepairRun run =
                new RepairRun(request.repair(), clock.instant(), outcome, detail, request.account(), request.keyHash());
        return Mono.defer(() -> changeCase.change(one.id(), present -> present.repaired(List.of(run), clock.instant())))
                .map(changed -> new Outcome.Repaired(changed.after(), run));
    }
}
