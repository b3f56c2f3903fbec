package io.crosscare.settlement.visit;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.Text;
import io.crosscare.settlement.visit.model.Registration;
import io.crosscare.settlement.visit.model.Visit;
import io.crosscare.settlement.visit.model.VisitLine;
import java.time.LocalDate;
import java.util.List;
import reactor.core.publisher.Mono;

/** Ends a stay. A stay is settled as a whole, after its discharge; saying the same day again changes nothing. */
public final class DischargeStay {

    private static final String FIELD = "endedOn";

    private final Visits visits;

    public DischargeStay(Visits visits) {
        this.visits = visits;
    }

    /** The visit with its last day, or a problem. */
    public Mono<Visit> discharge(Visit visit, LocalDate endedOn) {
        Registration registration = visit.registration();
        if (!registration.isStay()) {
            throw ProblemException.conflict(Text.of("只有住院才办理出院", "only a stay is discharged"));
        }
        if (endedOn.equals(registration.endedOn())) {
            return Mono.just(visit);
        }
        if (endedOn.isBefore(registration.startedOn())) {
            throw ProblemException.invalid(
                    FIELD, "not-before-start", Text.of("出院日期早于入院日期", "lies before the admission"));
        }
        return switch (visit) {
            case Visit.Open open -> visits.lines(open).flatMap(lines -> replace(open, lines, endedOn));
            case Visit.Settling _, Visit.Settled _ -> throw moved();
        };
    }

    private Mono<Visit> replace(Visit.Open open, List<VisitLine> lines, LocalDate endedOn) {
        boolean isTooEarly =
                lines.stream().anyMatch(line -> line.line().serviceDate().isAfter(endedOn));
        if (isTooEarly) {
            throw ProblemException.invalid(
                    FIELD,
                    "not-before-lines",
                    Text.of("出院日期早于已上传的费用日期", "lies before the date of an uploaded fee line"));
        }
        Visit discharged = open.discharged(endedOn);
        return visits.replace(discharged)
                .flatMap(isReplaced -> isReplaced ? Mono.just(discharged) : Mono.error(moved()));
    }

    private static ProblemException moved() {
        return ProblemException.conflict(
                Text.of("就诊正在结算、已结算或刚被修改", "the visit is being settled, is settled, or has just changed"));
    }
}
