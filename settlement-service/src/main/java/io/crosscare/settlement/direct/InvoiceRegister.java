package io.crosscare.settlement.direct;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.settlement.chain.Chain;
import io.crosscare.settlement.chain.LostRaces;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.Undo;
import io.crosscare.settlement.invoice.Invoices;
import io.crosscare.settlement.invoice.model.Holder;
import io.crosscare.settlement.invoice.model.Invoice;
import io.crosscare.settlement.visit.Visits;
import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * One invoice of an institution is paid once, whatever the door, the visit or the person. A settlement takes its invoice before
 * its entry is appended, under its key and its frozen bill, so that whoever runs it again finds it taken by itself, and an older
 * attempt that was refused takes nothing from a newer one; it is free again when the settlement is refused or undone. What a
 * stopped process left behind stands in nobody's way: who has an invoice is asked of the chain.
 */
public final class InvoiceRegister {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    /** How often an invoice may change hands under a settlement before it is tried again later. */
    private static final int MOVES_MAX = 4;

    private final Invoices invoices;
    private final Chain chain;
    private final Visits visits;

    public InvoiceRegister(Invoices invoices, Chain chain, Visits visits) {
        this.invoices = invoices;
        this.chain = chain;
        this.visits = visits;
    }

    /**
     * The live settlement that has paid it already; empty where the invoice is this holder's now. Where another one that names it
     * is still in flight, a lost race: how that one ends decides.
     */
    Mono<Settlement> paidByAnother(Invoice invoice, Holder holder) {
        return take(invoice, holder, MOVES_MAX);
    }

    private Mono<Settlement> take(Invoice invoice, Holder holder, int moves) {
        if (moves == 0) {
            return Mono.error(ProblemException.busy(RETRY_AFTER));
        }
        return invoices.take(invoice, holder)
                .filter(present -> !present.equals(holder))
                .flatMap(other -> other.mayBe(holder)
                        ? takeOver(invoice, other, holder, moves)
                        : isInFlight(other)
                                .flatMap(isInFlight -> paidBy(invoice, other)
                                        .switchIfEmpty(Mono.defer(() -> isInFlight
                                                ? LostRaces.lost()
                                                : takeOver(invoice, other, holder, moves)))));
    }

    private Mono<Boolean> isInFlight(Holder holder) {
        String billHash = holder.billHash();
        return billHash == null
                ? visits.isSettling(holder.person(), holder.key())
                : visits.isSettling(holder.person(), holder.key(), billHash);
    }

    /**
     * In flight is asked before the chain, so what ends in between is found in the chain. What stands after a part refund is paid
     * with the same invoice.
     */
    private Mono<Settlement> paidBy(Invoice invoice, Holder holder) {
        return chain.byKey(holder.person(), holder.key())
                .ofType(Settlement.class)
                .filter(settlement ->
                        Invoice.of(settlement).filter(invoice::equals).isPresent())
                .flatMap(chain::lastOf)
                .ofType(Settlement.class);
    }

    private Mono<Settlement> takeOver(Invoice invoice, Holder other, Holder holder, int moves) {
        return invoices.pass(invoice, other, holder)
                .flatMap(isPassed -> isPassed ? Mono.empty() : take(invoice, holder, moves - 1));
    }

    /** The settlement did not come about. Where it has after all, the invoice stays its own. */
    Mono<Void> release(Invoice invoice, Holder holder) {
        return paidBy(invoice, holder)
                .hasElement()
                .flatMap(isPaid -> isPaid ? Mono.empty() : invoices.free(invoice, holder));
    }

    /** Does what the entry means for the invoice of the settlement that it takes back; of other entries, nothing. */
    public Mono<Void> after(Entry entry) {
        return entry instanceof Undo undo
                ? firstOf(undo.original())
                        .flatMap(first -> Mono.justOrEmpty(Invoice.of(first))
                                .flatMap(invoice -> invoices.free(invoice, Holder.of(first))))
                : Mono.empty();
    }

    /** The settlement that took the invoice: before all that was put in its place. */
    private Mono<Settlement> firstOf(EntryId member) {
        return chain.byId(member).ofType(Settlement.class).flatMap(settlement -> {
            Settlement.Replaced replaced = settlement.replaced();
            return replaced == null ? Mono.just(settlement) : firstOf(replaced.original());
        });
    }
}
