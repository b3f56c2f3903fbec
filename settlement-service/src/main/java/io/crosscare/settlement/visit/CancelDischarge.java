package io.crosscare.settlement.visit;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.Text;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.Scope;
import io.crosscare.settlement.visit.VisitActs.Acted;
import io.crosscare.settlement.visit.model.Registration;
import io.crosscare.settlement.visit.model.Visit;
import io.crosscare.settlement.visit.model.VisitAct;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Takes a discharge back (出院撤销 2405), where the settlement of it is not live: the stay goes on. */
public final class CancelDischarge {

    private final VisitActs acts;

    public CancelDischarge(VisitActs acts) {
        this.acts = acts;
    }

    /** The stay that goes on, or a problem. */
    public Mono<Acted> cancel(Visit visit, VisitAct act) {
        Registration registration = visit.registration();
        if (!registration.isStay()) {
            return Mono.error(VisitProblems.conflict(visit, Text.of("只有住院才办理出院", "only a stay is discharged")));
        }
        return acts.carryOut(visit, act, current -> switch (current) {
            case Visit.Open open -> readmitted(open, act);
            case Visit.Settled settled -> readmitted(settled, act);
            case Visit.Settling _ -> Mono.error(VisitProblems.settling(current));
            case Visit.Cancelled _ -> Mono.error(VisitProblems.cancelled(current));
        });
    }

    private static Mono<Visit> readmitted(Visit.Open open, VisitAct act) {
        if (open.registration().isOpenStay()) {
            return Mono.error(VisitProblems.conflict(open, Text.of("尚未办理出院", "the stay has not been discharged")));
        }
        return dischargeOf(open)
                .<Mono<Visit>>map(settlement -> Mono.error(settled(open, settlement)))
                .orElseGet(() -> Mono.just(open.readmitted(act)));
    }

    /** All of it may have been settled on the way, and nothing at the end. */
    private static Mono<Visit> readmitted(Visit.Settled settled, VisitAct act) {
        return dischargeOf(settled)
                .<Mono<Visit>>map(settlement -> Mono.error(settled(settled, settlement)))
                .orElseGet(() -> Mono.just(settled.readmitted(act)));
    }

    private static Optional<EntryId> dischargeOf(Visit visit) {
        return visit.fees().settlementOf(new Scope.Discharge());
    }

    private static ProblemException settled(Visit visit, EntryId settlement) {
        return VisitProblems.settled(
                visit, settlement, Text.of("出院已结算，请先撤销结算", "the discharge is settled; cancel the settlement first"));
    }
}
