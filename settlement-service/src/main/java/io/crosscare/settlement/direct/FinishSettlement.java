package io.crosscare.settlement.direct;

import io.crosscare.settlement.benefit.model.AmountsOnly;
import io.crosscare.settlement.benefit.model.BenefitCalculation;
import io.crosscare.settlement.benefit.model.Counters;
import io.crosscare.settlement.benefit.model.SplitRefusal;
import io.crosscare.settlement.catalogue.Catalogues;
import io.crosscare.settlement.chain.AppendOutcome.Appended;
import io.crosscare.settlement.chain.AppendOutcome.KeyTaken;
import io.crosscare.settlement.chain.AppendOutcome.SeqTaken;
import io.crosscare.settlement.chain.AppendOutcome.SlotTaken;
import io.crosscare.settlement.chain.Chain;
import io.crosscare.settlement.chain.LostRaces;
import io.crosscare.settlement.chain.PersonTurns;
import io.crosscare.settlement.chain.model.AccountCredit;
import io.crosscare.settlement.chain.model.Basis;
import io.crosscare.settlement.chain.model.Closing;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.External;
import io.crosscare.settlement.chain.model.Head;
import io.crosscare.settlement.chain.model.Head.HeadName;
import io.crosscare.settlement.chain.model.Opening;
import io.crosscare.settlement.chain.model.Scope;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.SettlementFlag;
import io.crosscare.settlement.chain.model.SlotHolder;
import io.crosscare.settlement.chain.model.Undo;
import io.crosscare.settlement.chain.model.Unpublished;
import io.crosscare.settlement.chain.model.Veto;
import io.crosscare.settlement.chain.model.VoidedKey;
import io.crosscare.settlement.direct.PreparedBill.Ready;
import io.crosscare.settlement.direct.model.FrozenBill;
import io.crosscare.settlement.eligibility.model.Refusal;
import io.crosscare.settlement.eligibility.model.RefusalReason;
import io.crosscare.settlement.invoice.model.Holder;
import io.crosscare.settlement.invoice.model.Invoice;
import io.crosscare.settlement.policy.PolicyPacks;
import io.crosscare.settlement.visit.FreezeLines;
import io.crosscare.settlement.visit.Visits;
import io.crosscare.settlement.visit.model.Marker;
import io.crosscare.settlement.visit.model.Registration;
import io.crosscare.settlement.visit.model.Visit;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Brings a settlement in flight to its end, from the marker alone: splits the frozen bill on the head, appends, and moves the
 * visit on. Done by whoever set the marker, by the same request coming again, by another request that finds it in its way, and
 * by the sweeper; all of them at once come to one entry.
 */
public final class FinishSettlement {

    private final Visits visits;
    private final FreezeLines freezeLines;
    private final Bills bills;
    private final PolicyPacks policies;
    private final Catalogues catalogues;
    private final Chain chain;
    private final PersonTurns turns;
    private final VetoSettlement vetoSettlement;
    private final ReopenUndone reopenUndone;
    private final InvoiceRegister invoiceRegister;
    private final SettlementMeters meters;
    private final Runnable relay;
    private final Clock clock;

    /**
     * Finishes.
     *
     * @param relay told when there is something to publish
     */
    public FinishSettlement(
            Visits visits,
            FreezeLines freezeLines,
            Bills bills,
            PolicyPacks policies,
            Catalogues catalogues,
            Chain chain,
            PersonTurns turns,
            InvoiceRegister invoiceRegister,
            SettlementMeters meters,
            Runnable relay,
            Clock clock) {
        this.visits = visits;
        this.freezeLines = freezeLines;
        this.bills = bills;
        this.policies = policies;
        this.catalogues = catalogues;
        this.chain = chain;
        this.turns = turns;
        this.vetoSettlement = new VetoSettlement(chain);
        this.reopenUndone = new ReopenUndone(visits, chain);
        this.invoiceRegister = invoiceRegister;
        this.meters = meters;
        this.relay = relay;
        this.clock = clock;
    }

    /** How a settlement in flight ended. */
    sealed interface Finished {

        /** Settled here and now. */
        record Appended(Settlement settlement) implements Finished {}

        /** The entry of the marker's key was in the chain already. */
        record Present(Settlement settlement) implements Finished {}

        /** Nothing of it is in the chain; the visit is open again, or settled by the one in its way. */
        record Refused(Refusal refusal) implements Finished {}

        /** The key belongs to another request; the visit is open again. */
        record KeyUsed() implements Finished {}
    }

    /** The visit with the marker of a settlement, and with its lines set apart where the visit is a stay. */
    Mono<Visit.Settling> frozen(Visit.Open open, Marker marker, FrozenBill bill) {
        return marker.scope() instanceof Scope.Batch
                ? Mono.just(open.settling(marker))
                : freezeLines
                        .of(open, marker.scope(), bill.lineNumbers())
                        .map(freezing -> open.settling(marker, freezing));
    }

    Mono<Finished> finish(Visit.Settling settling) {
        return ready(settling.marker()).flatMap(ready -> finish(settling, ready));
    }

    /** As {@link #finish(Visit.Settling)}, by whoever has just frozen the bill and has it still at hand. */
    Mono<Finished> finish(Visit.Settling settling, Ready ready) {
        Mono<Ended> attempt = Mono.defer(() -> attempt(settling, ready));
        return LostRaces.retry(turns.inTurn(settling.registration().person(), attempt))
                .flatMap(ended -> release(settling, ended).then(Mono.defer(() -> moveOn(settling, ended))))
                .doOnNext(finished -> report(settling.registration(), finished));
    }

    private Mono<Ready> ready(Marker marker) {
        return bills.byHash(marker.billHash())
                .flatMap(frozen -> Mono.zip(
                        policies.byHash(frozen.policyHash()),
                        catalogues.byHash(frozen.catalogueHash()),
                        (policy, catalogue) -> new Ready(frozen, policy, catalogue)))
                .switchIfEmpty(Mono.error(() -> new IllegalStateException(
                        "bill " + marker.billHash() + " or what it was priced with is not stored")));
    }

    private Mono<Ended> attempt(Visit.Settling settling, Ready ready) {
        meters.attempted();
        return chain.head(settling.registration().person())
                .flatMap(head -> Closing.isClosed(head.counters())
                        ? refuse(settling, ready.movedAway())
                        : attempt(settling, ready, head));
    }

    private Mono<Ended> attempt(Visit.Settling settling, Ready ready, Head head) {
        return switch (ready.amountsOn(head.counters())) {
            case SplitRefusal refused -> refuse(settling, ready.refusal(refused));
            case AmountsOnly split ->
                paidByAnother(settling)
                        .flatMap(other -> invoicePaid(settling, ready, other))
                        .switchIfEmpty(Mono.defer(() -> isAsPreviewed(settling, ready, head, split)
                                .flatMap(isSame -> isSame
                                        ? append(settling, entry(settling, ready.frozen(), head, split))
                                        : refuse(settling, stale(ready)))));
        };
    }

    private Mono<Settlement> paidByAnother(Visit.Settling settling) {
        return Mono.justOrEmpty(invoiceOf(settling))
                .flatMap(invoice -> invoiceRegister.paidByAnother(invoice, holderIn(settling)));
    }

    /** The same scope under another key is not another bill. */
    private Mono<Ended> invoicePaid(Visit.Settling settling, Ready ready, Settlement other) {
        boolean isSameBill = other.care().visit().equals(settling.id())
                && other.care().scope().equals(settling.marker().scope());
        if (isSameBill) {
            Refusal refusal =
                    Refusal.alreadySettled(other.id(), settling.registration().startedOn());
            return refuse(settling, refusal);
        }
        LocalDate day = ready.frozen().bill().circumstances().serviceTo();
        return refuse(settling, Refusal.invoiceAlreadyPaid(other.id(), day));
    }

    private static Optional<Invoice> invoiceOf(Visit.Settling settling) {
        return Optional.ofNullable(settling.marker().invoiceNumber())
                .map(number -> new Invoice(settling.registration().institution(), number));
    }

    private static Holder holderIn(Visit.Settling settling) {
        Marker marker = settling.marker();
        return new Holder(settling.registration().person(), marker.key(), marker.billHash());
    }

    /** Another run of the same settlement may have moved the very head that speaks against it now, or be about to append. */
    private Mono<Ended> refuse(Visit.Settling settling, Refusal refusal) {
        return chain.byKey(settling.registration().person(), settling.marker().key())
                .map(present -> keyTaken(settling, present))
                .switchIfEmpty(Mono.defer(() -> vetoSettlement
                        .veto(settling, refusal)
                        .flatMap(holder -> switch (holder) {
                            case Settlement settlement -> Mono.just(keyTaken(settling, settlement));
                            case Veto veto -> refused(veto, refusal);
                        })));
    }

    private Mono<Ended> refused(Veto veto, Refusal own) {
        Refusal refusal = veto.reason().equals(own.reason().name()) ? own : VetoSettlement.refusalOf(veto);
        EntryId settlement = refusal.settlement();
        return settlement == null || refusal.reason() != RefusalReason.ALREADY_SETTLED
                ? Mono.just(new Ended(new Finished.Refused(refusal), null))
                : chain.lastOf(settlement)
                        .map(last -> new Ended(new Finished.Refused(refusal), last instanceof Undo ? null : last.id()));
    }

    /** Where the head has moved since the preview, only other amounts matter. */
    private Mono<Boolean> isAsPreviewed(Visit.Settling settling, Ready ready, Head head, AmountsOnly split) {
        HeadName previewed = settling.marker().previewedHead();
        if (previewed == null || previewed.equals(head.name())) {
            return Mono.just(true);
        }
        return countersAt(settling.registration(), previewed)
                .map(before -> ready.amountsOn(before) instanceof AmountsOnly then
                        && then.amounts().equals(split.amounts()))
                .defaultIfEmpty(false);
    }

    /** Empty when the chain never had that head. */
    private Mono<Counters> countersAt(Registration visit, HeadName name) {
        Head empty = Head.empty(visit.person());
        if (name.equals(empty.name())) {
            return Mono.just(empty.counters());
        }
        if (name.seq() < 1 || name.seq() > EntryId.SEQ_MAX) {
            return Mono.empty();
        }
        return chain.byId(new EntryId(visit.person(), name.seq()))
                .filter(entry -> entry.hash().equals(name.hash()))
                .map(entry -> entry.link().after());
    }

    private Settlement entry(Visit.Settling settling, FrozenBill frozen, Head head, AmountsOnly split) {
        Marker marker = settling.marker();
        Set<SettlementFlag> flags = EnumSet.noneOf(SettlementFlag.class);
        flags.addAll(marker.flags());
        if (marker.previewedHead() == null) {
            flags.add(SettlementFlag.PREVIEW_NOT_COMPARED);
        }
        return new Settlement(
                head.next(clock.instant(), split.delta()),
                marker.key(),
                marker.requestHash(),
                frozen.careOf(
                        settling.id(), marker.scope(), settling.registration().institution()),
                0,
                split.amounts(),
                new Basis(
                        marker.billHash(),
                        frozen.policyHash(),
                        frozen.catalogueHash(),
                        BenefitCalculation.CALCULATION_VERSION),
                Settlement.ANSWER_VERSION,
                marker.invoiceNumber(),
                flags);
    }

    private Mono<Ended> append(Visit.Settling settling, Settlement settlement) {
        return chain.append(settlement).flatMap(outcome -> switch (outcome) {
            case Appended _ -> Mono.just(new Ended(new Finished.Appended(settlement), settlement.id()));
            case KeyTaken(Entry present) -> Mono.just(keyTaken(settling, present));
            case SlotTaken(SlotHolder present) -> slotTaken(settling, settlement, present);
            case SeqTaken() -> LostRaces.lost();
        });
    }

    /** A slot that was settled and undone, or refused, has another generation. Which one is free, the register alone says. */
    private Mono<Ended> slotTaken(Visit.Settling settling, Settlement settlement, SlotHolder present) {
        Settlement next = settlement.inGeneration(settlement.generation() + 1);
        return switch (present) {
            case Veto veto
            when VetoSettlement.isOf(veto, settling.marker()) -> refused(veto, VetoSettlement.refusalOf(veto));
            case Veto _ -> append(settling, next);
            case Settlement other ->
                chain.lastOf(other)
                        .flatMap(last -> last instanceof Undo
                                ? append(settling, next)
                                : refuse(
                                        settling,
                                        Refusal.alreadySettled(
                                                last.id(),
                                                settling.registration().startedOn())));
        };
    }

    private static Ended keyTaken(Visit.Settling settling, Entry present) {
        boolean isSameRequest = present.requestHash().equals(settling.marker().requestHash());
        return switch (present) {
            case Settlement settlement
            when isSameRequest -> new Ended(new Finished.Present(settlement), settlement.id());
            case VoidedKey _ ->
                new Ended(
                        new Finished.Refused(Refusal.of(
                                RefusalReason.REVERSED_BEFORE_ARRIVAL,
                                settling.registration().startedOn())),
                        null);
            case Settlement _, Opening _, AccountCredit _, External _, Closing _, Undo _ ->
                new Ended(new Finished.KeyUsed(), null);
        };
    }

    /** The invoice of a settlement that did not come about is free again before the visit is. */
    private Mono<Void> release(Visit.Settling settling, Ended ended) {
        return ended.finished() instanceof Finished.Appended
                ? Mono.empty()
                : Mono.justOrEmpty(invoiceOf(settling))
                        .flatMap(invoice -> invoiceRegister.release(invoice, holderIn(settling)));
    }

    private Mono<Finished> moveOn(Visit.Settling settling, Ended ended) {
        EntryId settledBy = ended.settledBy();
        if (settledBy == null) {
            return visits.replace(settling.reopened()).thenReturn(ended.finished());
        }
        return visits.replace(settling.settled(settledBy))
                .flatMap(isReplaced ->
                        isReplaced ? undoneMeanwhile(ended, settledBy) : moveOnWhatIsLeft(settling, settledBy))
                .thenReturn(ended.finished());
    }

    /** What was found in the chain may have been undone, and the visit reopened for that, before this marker was set. */
    private Mono<Void> undoneMeanwhile(Ended ended, EntryId settledBy) {
        return ended.finished() instanceof Finished.Appended
                ? Mono.empty()
                : chain.successorOf(settledBy).flatMap(reopenUndone::after);
    }

    /** Whoever changed the visit meanwhile has mostly come to the same end; if not, the chain decides. */
    private Mono<Void> moveOnWhatIsLeft(Visit.Settling settling, EntryId settledBy) {
        Scope scope = settling.marker().scope();
        return visits.find(settling.id())
                .filter(visit -> visit.fees().settlementOf(scope).isEmpty())
                .filterWhen(_ -> isLive(settledBy))
                .flatMap(visit -> switch (visit) {
                    case Visit.Open open -> moveOn(open, settling.marker(), settledBy);
                    case Visit.Cancelled cancelled -> moveOn(cancelled.reinstated(), settling.marker(), settledBy);
                    case Visit.Settling other
                    when other.marker().scope().equals(scope) -> visits.replace(other.settled(settledBy));
                    case Visit.Settling _, Visit.Settled _ -> Mono.empty();
                })
                .then();
    }

    private Mono<Boolean> moveOn(Visit.Open open, Marker marker, EntryId settledBy) {
        Unpublished entry = new Unpublished(settledBy, marker.traceparent());
        if (marker.scope() instanceof Scope.Batch) {
            return visits.replace(open.settled(marker.scope(), entry));
        }
        return bills.byHash(marker.billHash())
                .flatMap(bill -> freezeLines.of(open, marker.scope(), bill.lineNumbers()))
                .flatMap(freezing -> visits.replace(open.settled(freezing, entry)));
    }

    /** The visit was read before: what takes it away after this answer finds the visit changed, or is found by it. */
    private Mono<Boolean> isLive(EntryId settledBy) {
        return chain.successorOf(settledBy).hasElement().map(isGone -> !isGone);
    }

    private void report(Registration visit, Finished finished) {
        switch (finished) {
            case Finished.Appended _ -> {
                meters.settled(visit);
                relay.run();
            }
            case Finished.Present _ -> relay.run();
            case Finished.Refused _, Finished.KeyUsed _ -> {}
        }
    }

    private static Refusal stale(Ready ready) {
        return Refusal.of(
                RefusalReason.PREVIEW_STALE,
                ready.frozen().bill().circumstances().serviceTo());
    }

    /**
     * An end and what it means for the visit.
     *
     * @param settledBy the live settlement of the scope; null where there is none and the visit opens again
     */
    private record Ended(Finished finished, @Nullable EntryId settledBy) {}
}
