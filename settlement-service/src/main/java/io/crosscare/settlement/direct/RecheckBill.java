package io.crosscare.settlement.direct;

import io.crosscare.settlement.chain.model.Scope;
import io.crosscare.settlement.chain.model.VisitId;
import io.crosscare.settlement.direct.PreviewSettlement.Preview;
import io.crosscare.settlement.direct.model.DecidingCopies;
import io.crosscare.settlement.eligibility.ReadModels;
import io.crosscare.settlement.eligibility.RefusalStatement;
import io.crosscare.settlement.eligibility.model.RefusalReason;
import io.crosscare.settlement.eligibility.model.RefusalReason.Owner;
import io.crosscare.settlement.visit.Visits;
import io.crosscare.settlement.visit.model.Registration;
import io.crosscare.settlement.visit.model.Visit;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Says how a bill that was refused stands now, for the correction desk: the same preview the hospital would get, what was known
 * for it, and which codes the catalogue does not list. Stores nothing, but before a no the owners are asked and their answers
 * renew the copies.
 */
public final class RecheckBill {

    private static final List<Owner> COPIED = List.of(Owner.REGISTRY, Owner.FILING);

    private final Visits visits;
    private final PreviewSettlement previewSettlement;
    private final KnownCopies knownCopies;
    private final ReadModels copies;

    public RecheckBill(Visits visits, PreviewSettlement previewSettlement, ReadModels copies) {
        this.visits = visits;
        this.previewSettlement = previewSettlement.forRechecks();
        this.knownCopies = new KnownCopies(copies);
        this.copies = copies;
    }

    /** How a bill stands. */
    public enum State {
        READY,
        REFUSED,
        SETTLED,
        IN_PROGRESS,
        /** Nothing of it is to be settled any more. */
        VISIT_CANCELLED
    }

    /**
     * A bill as it stands, and what was known for saying so.
     *
     * @param refusal null unless it would be refused, or is settled
     * @param stale owners whose copies were not fresh
     * @param unlisted codes of its lines that the catalogue does not list
     */
    public record Rechecked(
            State state,
            @Nullable RefusalStatement refusal,
            DecidingCopies known,
            Set<Owner> stale,
            List<String> unlisted) {

        public Rechecked {
            stale = Set.copyOf(stale);
            unlisted = List.copyOf(unlisted);
        }
    }

    /** How a bill stands, by itself. */
    private record Standing(State state, @Nullable RefusalStatement refusal, List<String> unlisted) {}

    /**
     * Empty where there is no such visit.
     *
     * @param batch of an outpatient visit; null for a stay
     * @param until last day of a settlement on the way that was refused; null where it was none
     */
    public Mono<Rechecked> recheck(VisitId id, @Nullable String batch, @Nullable LocalDate until) {
        return visits.find(id)
                .flatMap(visit -> standing(visit, batch, isSettledOnTheWay(visit) ? until : null)
                        .flatMap(standing -> withKnown(visit, standing)));
    }

    /** Once a stay has ended, what was to be settled on the way is settled with the rest, as at the window. */
    private static boolean isSettledOnTheWay(Visit visit) {
        return visit.registration().endedOn() == null
                || visit.fees().settlementOf(new Scope.Discharge()).isPresent();
    }

    private Mono<Rechecked> withKnown(Visit visit, Standing standing) {
        Registration registration = visit.registration();
        return Mono.zip(knownCopies.of(registration.person(), registration.institution()), stale())
                .map(known -> new Rechecked(
                        standing.state(), standing.refusal(), known.getT1(), known.getT2(), standing.unlisted()));
    }

    private Mono<Standing> standing(Visit visit, @Nullable String batch, @Nullable LocalDate until) {
        if (visit instanceof Visit.Cancelled) {
            return Mono.just(new Standing(State.VISIT_CANCELLED, null, List.of()));
        }
        Scope scope = RequestedScope.of(visit.registration(), batch, until).in(visit);
        if (visit instanceof Visit.Settling settling
                && settling.marker().scope().equals(scope)) {
            return Mono.just(new Standing(State.IN_PROGRESS, null, List.of()));
        }
        return previewSettlement.preview(visit, batch, until, false).map(preview -> switch (preview) {
            case Preview.Previewed previewed -> new Standing(State.READY, null, unlisted(previewed.explained()));
            case Preview.Refused refused -> refused(refused.refusal());
        });
    }

    private static Standing refused(RefusalStatement refusal) {
        boolean isSettled = refusal.reason().equals(RefusalReason.ALREADY_SETTLED.name());
        return new Standing(isSettled ? State.SETTLED : State.REFUSED, refusal, List.of());
    }

    private static List<String> unlisted(ExplainedBill bill) {
        return bill.split().lines().stream()
                .filter(line -> line.item() == null)
                .map(line -> line.line().itemCode())
                .distinct()
                .sorted()
                .toList();
    }

    private Mono<Set<Owner>> stale() {
        return Flux.fromIterable(COPIED)
                .filterWhen(owner -> copies.isFresh(owner).map(isFresh -> !isFresh))
                .collect(Collectors.toSet());
    }
}
