package io.crosscare.settlement.direct;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.settlement.chain.Chain;
import io.crosscare.settlement.chain.model.Care;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.Undo;
import io.crosscare.settlement.visit.Visits;
import io.crosscare.settlement.visit.model.Visit;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Brings a visit to what became of a settlement of its own: opens the scope again when it has been undone, so that it can be
 * settled anew, and names the adjustment that stands in its place. Whatever came to the chain meanwhile counts too.
 */
public final class ReopenUndone {

    /** How often a visit may change under it before it is left to the next turn of the sweeper. */
    private static final int MOVES_MAX = 8;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Visits visits;
    private final Chain chain;

    public ReopenUndone(Visits visits, Chain chain) {
        this.visits = visits;
        this.chain = chain;
    }

    /** Does what the entry means for its visit; of entries other than undos and adjustments, nothing. */
    public Mono<Void> after(Entry entry) {
        return switch (entry) {
            case Undo undo -> follow(undo.care(), undo.original());
            case Settlement settlement
            when settlement.replaced() != null ->
                follow(settlement.care(), settlement.replaced().original());
            default -> Mono.empty();
        };
    }

    private Mono<Void> follow(Care care, EntryId original) {
        return firstOf(original)
                .expand(settlement -> chain.successorOf(settlement).ofType(Settlement.class))
                .collectList()
                .flatMap(line -> chain.successorOf(line.getLast())
                        .hasElement()
                        .flatMap(isUndone -> move(care, new Line(line, isUndone), MOVES_MAX)));
    }

    private Mono<Settlement> firstOf(EntryId member) {
        return chain.byId(member).ofType(Settlement.class).flatMap(settlement -> {
            Settlement.Replaced replaced = settlement.replaced();
            return replaced == null ? Mono.just(settlement) : firstOf(replaced.original());
        });
    }

    private Mono<Void> move(Care care, Line line, int moves) {
        if (moves == 0) {
            return Mono.error(ProblemException.busy(RETRY_AFTER));
        }
        return visits.find(care.visit()).flatMap(visit -> {
            Visit moved = line.moved(visit, care);
            return moved == null
                    ? Mono.<Void>empty()
                    : visits.replace(moved).then(Mono.defer(() -> move(care, line, moves - 1)));
        });
    }

    /**
     * A first settlement with the adjustments that replaced it, in order.
     *
     * @param isUndone whether the last of them is undone
     */
    private record Line(List<Settlement> settlements, boolean isUndone) {

        /** The visit one step on; null where it has arrived. */
        private @Nullable Visit moved(Visit visit, Care care) {
            Settlement first = settlements.getFirst();
            if (visit instanceof Visit.Settling settling
                    && settling.marker().key().equals(first.key())) {
                // Settled and undone before the visit had moved on: it first does, so that the settlement's event is
                // sent.
                return settling.settled(first.id());
            }
            EntryId named = visit.fees().settlementOf(care.scope()).orElse(null);
            EntryId last = settlements.getLast().id();
            if (named == null
                    || settlements.stream().map(Settlement::id).noneMatch(named::equals)
                    || (named.equals(last) && !isUndone)) {
                return null;
            }
            return isUndone ? visit.unsettled(named) : visit.adjusted(named, last);
        }
    }
}
