package io.crosscare.settlement.direct;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.chassis.problem.Text;
import io.crosscare.settlement.chain.Chain;
import io.crosscare.settlement.chain.PersonTurns;
import io.crosscare.settlement.chain.SettlementState;
import io.crosscare.settlement.chain.model.AccountCredit;
import io.crosscare.settlement.chain.model.Closing;
import io.crosscare.settlement.chain.model.ContentHash;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.External;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.Opening;
import io.crosscare.settlement.chain.model.Scope;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.SettlementFlag;
import io.crosscare.settlement.chain.model.Undo;
import io.crosscare.settlement.chain.model.VoidedKey;
import io.crosscare.settlement.direct.FinishSettlement.Finished;
import io.crosscare.settlement.direct.PreparedBill.NotPrepared;
import io.crosscare.settlement.direct.PreparedBill.Ready;
import io.crosscare.settlement.direct.SettleOutcome.Refused;
import io.crosscare.settlement.direct.SettleOutcome.Replayed;
import io.crosscare.settlement.direct.SettleOutcome.Settled;
import io.crosscare.settlement.eligibility.model.Refusal;
import io.crosscare.settlement.eligibility.model.RefusalReason;
import io.crosscare.settlement.external.CheckExternalFeed;
import io.crosscare.settlement.external.CheckExternalFeed.Standing;
import io.crosscare.settlement.interruption.TellInterruption;
import io.crosscare.settlement.visit.VisitProblems;
import io.crosscare.settlement.visit.Visits;
import io.crosscare.settlement.visit.model.Marker;
import io.crosscare.settlement.visit.model.Visit;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Settles a scope of a visit, once (design.md §3.2). The key is looked up before anything else; then the visit is frozen with
 * a marker of the settlement in flight; then the entry is appended; then the visit moves on. Whoever finds the marker later
 * comes to the same end, so a process may stop at any point.
 */
public final class SettleBill {

    /** How often a visit may change under a request before the caller is told to try again. */
    private static final int MOVES_MAX = 8;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Visits visits;
    private final Chain chain;
    private final PersonTurns turns;
    private final PrepareBill prepareBill;
    private final CheckExternalFeed checkFeed;
    private final Bills bills;
    private final FinishSettlement finishSettlement;
    private final RefuseSettlement refuseSettlement;
    private final TellInterruption tellInterruption;
    private final SettlementMeters meters;
    private final Supplier<@Nullable String> traceparent;
    private final Clock clock;

    /**
     * Settles.
     *
     * @param traceparent trace context of the present request, if there is one
     */
    public SettleBill(
            Visits visits,
            Chain chain,
            PersonTurns turns,
            PrepareBill prepareBill,
            CheckExternalFeed checkFeed,
            Bills bills,
            FinishSettlement finishSettlement,
            RefuseSettlement refuseSettlement,
            TellInterruption tellInterruption,
            SettlementMeters meters,
            Supplier<@Nullable String> traceparent,
            Clock clock) {
        this.visits = visits;
        this.chain = chain;
        this.turns = turns;
        this.prepareBill = prepareBill;
        this.checkFeed = checkFeed;
        this.bills = bills;
        this.finishSettlement = finishSettlement;
        this.refuseSettlement = refuseSettlement;
        this.tellInterruption = tellInterruption;
        this.meters = meters;
        this.traceparent = traceparent;
        this.clock = clock;
    }

    /**
     * The outcome, durable when it is told. A fault leaves it unknown; the same request under the same key finds out.
     *
     * @param visit the visit to settle, as the caller may see it
     */
    public Mono<SettleOutcome> settle(Visit visit, SettleBillCommand command) {
        Request request = new Request(
                command,
                RequestedScope.of(visit.registration(), command.batch(), command.until()),
                command.key(),
                command.requestHash());
        Mono<SettleOutcome> outcome = turns.admitted(
                visit.registration().person(),
                known(visit, request).switchIfEmpty(Mono.defer(() -> settle(visit, request, MOVES_MAX))));
        return tellInterruption.around(
                outcome,
                visit.registration(),
                () -> request.scope().in(visit),
                request.scope().until(),
                request.key());
    }

    private Mono<SettleOutcome> known(Visit visit, Request request) {
        return chain.byKey(visit.registration().person(), request.key()).flatMap(present -> switch (present) {
            case Settlement settlement when settlement.requestHash().equals(request.hash()) -> replay(settlement);
            case VoidedKey _ ->
                refuse(
                        visit,
                        request,
                        Refusal.of(
                                RefusalReason.REVERSED_BEFORE_ARRIVAL,
                                visit.registration().startedOn()));
            case Settlement _, Opening _, AccountCredit _, External _, Closing _, Undo _ ->
                Mono.error(ProblemException.of(ProblemType.IDEMPOTENCY_CONFLICT));
        });
    }

    private Mono<SettleOutcome> replay(Settlement settlement) {
        meters.replayed();
        return chain.lastOf(settlement).map(last -> new Replayed(settlement, SettlementState.of(settlement, last)));
    }

    private Mono<SettleOutcome> settleAnew(Request request, int moves) {
        if (moves == 0) {
            return Mono.error(ProblemException.busy(RETRY_AFTER));
        }
        return visits.find(request.command().visit()).flatMap(visit -> settle(visit, request, moves));
    }

    /** The visit may have moved on since it was read; whatever is written for it then finds that out, and it is read again. */
    private Mono<SettleOutcome> settle(Visit visit, Request request, int moves) {
        return switch (visit) {
            case Visit.Open open -> settleScope(open, request, moves);
            case Visit.Settling settling -> joinOrHelp(settling, request, moves);
            case Visit.Settled settled -> settleScope(settled, request, moves);
            case Visit.Cancelled cancelled -> Mono.error(VisitProblems.cancelled(cancelled));
        };
    }

    /** Of a request that is in flight, this is the same one again; any other is helped to its end first. */
    private Mono<SettleOutcome> joinOrHelp(Visit.Settling settling, Request request, int moves) {
        Marker marker = settling.marker();
        if (!marker.key().equals(request.key())) {
            return finishSettlement.finish(settling).then(Mono.defer(() -> settleAnew(request, moves - 1)));
        }
        if (!marker.requestHash().equals(request.hash())) {
            return Mono.error(ProblemException.of(ProblemType.IDEMPOTENCY_CONFLICT));
        }
        return ended(settling, request, finishSettlement.finish(settling));
    }

    private Mono<SettleOutcome> settleScope(Visit visit, Request request, int moves) {
        Scope scope = request.scope().in(visit);
        Optional<EntryId> present = visit.fees().settlementOf(scope);
        if (present.isPresent()) {
            return refuseUnlessUndone(visit, request, present.get(), moves);
        }
        request.scope().requireSettleable(visit);
        return prepareBill
                .prepare(
                        visit, scope, request.scope().until(), request.command().usesPersonalAccount())
                .flatMap(prepared -> switch (prepared) {
                    case NotPrepared(Refusal refusal) -> refuse(visit, request, refusal);
                    case Ready ready ->
                        checkFeed
                                .of(visit.registration().insuredRegion())
                                .flatMap(standing -> standing == Standing.STALE_REFUSED
                                        ? refuse(visit, request, feedStale(ready))
                                        : freeze(visit, scope, request, ready, flags(ready, standing), moves));
                });
    }

    private static Refusal feedStale(Ready ready) {
        return Refusal.of(
                RefusalReason.EXTERNAL_FEED_STALE,
                ready.frozen().bill().circumstances().serviceTo());
    }

    private static Set<SettlementFlag> flags(Ready ready, Standing standing) {
        Set<SettlementFlag> flags = EnumSet.noneOf(SettlementFlag.class);
        flags.addAll(ready.flags());
        if (standing == Standing.STALE_FLAGGED) {
            flags.add(SettlementFlag.EXTERNAL_FEED_STALE);
        }
        return flags;
    }

    /** An undo that was stopped before it came to the visit is brought to it here. */
    private Mono<SettleOutcome> refuseUnlessUndone(Visit visit, Request request, EntryId present, int moves) {
        LocalDate day = visit.registration().startedOn();
        return chain.lastOf(present)
                .flatMap(last -> last instanceof Undo
                        ? visits.replace(visit.unsettled(present)).then(settleAnew(request, moves - 1))
                        : refuse(visit, request, Refusal.alreadySettled(last.id(), day)))
                .switchIfEmpty(Mono.defer(() -> refuse(visit, request, Refusal.alreadySettled(present, day))));
    }

    /** The bill is stored before the marker names it, so that every marker can be rolled forward. */
    private Mono<SettleOutcome> freeze(
            Visit visit, Scope scope, Request request, Ready ready, Set<SettlementFlag> flags, int moves) {
        if (!(visit instanceof Visit.Open open)) {
            return Mono.error(VisitProblems.conflict(visit, Text.of("没有可结算的费用明细", "there are no fee lines to settle")));
        }
        Marker marker = new Marker(
                scope,
                request.key(),
                request.hash(),
                ready.frozen().hash(),
                request.command().previewedHead(),
                request.command().invoiceNumber(),
                flags,
                traceparent.get(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return bills.keep(ready.frozen())
                .then(Mono.defer(() -> finishSettlement.frozen(open, marker, ready.frozen())))
                .flatMap(settling -> visits.replace(settling)
                        .flatMap(isFrozen -> isFrozen
                                ? ended(settling, request, finishSettlement.finish(settling, ready))
                                : settleAnew(request, moves - 1)));
    }

    private Mono<SettleOutcome> ended(Visit.Settling settling, Request request, Mono<Finished> finishing) {
        return finishing.flatMap(finished -> switch (finished) {
            case Finished.Appended(Settlement settlement) -> Mono.just(new Settled(settlement));
            case Finished.Present(Settlement settlement) -> replay(settlement);
            case Finished.Refused(Refusal refusal) -> refuse(settling, request, refusal);
            case Finished.KeyUsed() -> Mono.error(ProblemException.of(ProblemType.IDEMPOTENCY_CONFLICT));
        });
    }

    private Mono<SettleOutcome> refuse(Visit visit, Request request, Refusal refusal) {
        return refuseSettlement
                .refuse(
                        visit.registration(),
                        scopeOf(visit, request),
                        request.scope().until(),
                        request.key(),
                        refusal)
                .map(Refused::new);
    }

    private static Scope scopeOf(Visit visit, Request request) {
        return visit instanceof Visit.Settling settling
                        && settling.marker().key().equals(request.key())
                ? settling.marker().scope()
                : request.scope().in(visit);
    }

    private record Request(SettleBillCommand command, RequestedScope scope, Key key, ContentHash hash) {}
}
