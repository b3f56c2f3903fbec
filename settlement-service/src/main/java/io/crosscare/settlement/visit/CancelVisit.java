package io.crosscare.settlement.visit;

import io.crosscare.chassis.problem.Text;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.visit.VisitActs.Acted;
import io.crosscare.settlement.visit.model.Visit;
import io.crosscare.settlement.visit.model.VisitAct;
import reactor.core.publisher.Mono;

/**
 * Cancels the registration of a visit (挂号撤销 2202, 入院撤销 2404), where no settlement of it is live. It takes nothing more.
 * Its number is free again: the national interface cancels the visit it has issued, and the hospital registers the same
 * admission anew under its own number. A visit that is cancelled already stays so, and is told again.
 */
public final class CancelVisit {

    private final VisitActs acts;

    public CancelVisit(VisitActs acts) {
        this.acts = acts;
    }

    /** The cancelled visit, or a problem. */
    public Mono<Acted> cancel(Visit visit, VisitAct act) {
        return acts.carryOut(visit, act, current -> switch (current) {
            case Visit.Open open -> cancelled(open, act);
            case Visit.Settling _ -> Mono.error(VisitProblems.settling(current));
            case Visit.Settled settled -> refused(settled);
            case Visit.Cancelled _ -> Mono.just(current);
        });
    }

    private static Mono<Visit> cancelled(Visit.Open open, VisitAct act) {
        return open.fees().settlements().isEmpty() ? Mono.just(open.cancelled(act)) : refused(open);
    }

    private static Mono<Visit> refused(Visit visit) {
        EntryId settlement = visit.fees().settlements().iterator().next();
        return Mono.error(VisitProblems.settled(
                visit,
                settlement,
                Text.of("已有结算，请先撤销结算再撤销就诊", "something of the visit is settled; cancel the settlement first")));
    }
}
