package io.crosscare.settlement.direct;

import io.crosscare.settlement.chain.Chain;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.Slot;
import io.crosscare.settlement.chain.model.SlotHolder;
import io.crosscare.settlement.chain.model.Veto;
import io.crosscare.settlement.eligibility.model.Refusal;
import io.crosscare.settlement.eligibility.model.RefusalReason;
import io.crosscare.settlement.visit.model.Marker;
import io.crosscare.settlement.visit.model.Visit;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * Makes a refusal of a settlement in flight final before the visit opens again. Several runs of one settlement may see different
 * heads, and the slower one would append what the faster one has refused; so the refusal takes the slot that the entry would
 * take, and the register lets only one of the two in. The caller's key stays free.
 */
final class VetoSettlement {

    private final Chain chain;

    VetoSettlement(Chain chain) {
        this.chain = chain;
    }

    /** What has become of the settlement: refused, or settled by another run of it under its key. */
    Mono<SlotHolder> veto(Visit.Settling settling, Refusal refusal) {
        return veto(settling, refusal, 0);
    }

    /** What others hold they hold for good, so the first generation that is free is the one an entry would go to. */
    private Mono<SlotHolder> veto(Visit.Settling settling, Refusal refusal, int generation) {
        Slot slot = Slot.of(settling.id(), settling.marker().scope(), generation);
        return chain.veto(of(settling, refusal, slot))
                .flatMap(holder ->
                        isOf(holder, settling.marker()) ? Mono.just(holder) : veto(settling, refusal, generation + 1));
    }

    private static Veto of(Visit.Settling settling, Refusal refusal, Slot slot) {
        return new Veto(
                settling.registration().person(),
                slot,
                settling.marker().billHash(),
                refusal.reason().name(),
                refusal.decidedOn(),
                refusal.settlement());
    }

    /** Whether it ends this very settlement, and not another of the same scope. */
    static boolean isOf(SlotHolder holder, Marker marker) {
        return switch (holder) {
            case Settlement settlement -> settlement.key().equals(marker.key());
            case Veto veto -> veto.billHash().equals(marker.billHash());
        };
    }

    /** The refusal again, as another run has come to it. */
    static Refusal refusalOf(Veto veto) {
        RefusalReason reason = RefusalReason.valueOf(veto.reason());
        EntryId settlement = veto.settlement();
        return switch (reason) {
            case ALREADY_SETTLED -> Refusal.alreadySettled(Objects.requireNonNull(settlement), veto.decidedOn());
            case INVOICE_ALREADY_PAID ->
                Refusal.invoiceAlreadyPaid(Objects.requireNonNull(settlement), veto.decidedOn());
            default -> Refusal.of(reason, veto.decidedOn());
        };
    }
}
