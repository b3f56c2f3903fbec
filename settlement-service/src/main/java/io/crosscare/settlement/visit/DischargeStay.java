package io.crosscare.settlement.visit;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.Text;
import io.crosscare.settlement.visit.VisitActs.Acted;
import io.crosscare.settlement.visit.model.Registration;
import io.crosscare.settlement.visit.model.Visit;
import io.crosscare.settlement.visit.model.VisitAct;
import java.time.LocalDate;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Ends a stay. A stay is settled as a whole, after its discharge; saying the same day again changes nothing, and saying another
 * needs a reason.
 */
public final class DischargeStay {

    private static final String FIELD = "endedOn";

    private final Visits visits;
    private final VisitActs acts;

    public DischargeStay(Visits visits, VisitActs acts) {
        this.visits = visits;
        this.acts = acts;
    }

    /** The visit with its last day, or a problem. */
    public Mono<Visit> discharge(Visit visit, LocalDate endedOn, VisitAct act) {
        Registration registration = visit.registration();
        if (!registration.isStay()) {
            throw VisitProblems.conflict(visit, Text.of("只有住院才办理出院", "only a stay is discharged"));
        }
        if (visit instanceof Visit.Cancelled) {
            throw VisitProblems.cancelled(visit);
        }
        if (endedOn.isBefore(registration.startedOn())) {
            throw ProblemException.invalid(
                    FIELD, "not-before-start", Text.of("出院日期早于入院日期", "lies before the admission"));
        }
        return acts.carryOut(visit, act, current -> discharged(current, endedOn, act))
                .map(Acted::visit);
    }

    private Mono<Visit> discharged(Visit visit, LocalDate endedOn, VisitAct act) {
        if (endedOn.equals(visit.registration().endedOn())) {
            return Mono.just(visit);
        }
        return switch (visit) {
            case Visit.Open open -> discharged(open, endedOn, act);
            case Visit.Settling _ -> Mono.error(VisitProblems.settling(visit));
            case Visit.Settled _ ->
                Mono.error(VisitProblems.conflict(
                        visit, Text.of("住院费用已结算，不能变更出院", "the stay is settled and its end stands")));
            case Visit.Cancelled _ -> Mono.error(VisitProblems.cancelled(visit));
        };
    }

    private Mono<Visit> discharged(Visit.Open open, LocalDate endedOn, VisitAct act) {
        if (open.registration().endedOn() != null && act.reason().isEmpty()) {
            throw ProblemException.invalid(
                    "reason",
                    "required-when-changed",
                    Text.of("变更已登记的出院日期须说明原因", "is required where another day of discharge was said before"));
        }
        return visits.lines(open).map(lines -> {
            boolean isTooEarly =
                    lines.stream().anyMatch(line -> line.line().serviceDate().isAfter(endedOn));
            if (isTooEarly) {
                throw ProblemException.invalid(
                        FIELD,
                        "not-before-lines",
                        Text.of("出院日期早于已上传的费用日期", "lies before the date of an uploaded fee line"));
            }
            return open.discharged(endedOn, open.registration().endedOn() == null ? act : act.changing(List.of(FIELD)));
        });
    }
}
