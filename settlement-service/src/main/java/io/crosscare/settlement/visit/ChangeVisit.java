package io.crosscare.settlement.visit;

import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.Text;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.VisitId;
import io.crosscare.settlement.eligibility.model.CardKind;
import io.crosscare.settlement.visit.VisitActs.Acted;
import io.crosscare.settlement.visit.model.Registration;
import io.crosscare.settlement.visit.model.Visit;
import io.crosscare.settlement.visit.model.VisitAct;
import io.crosscare.settlement.visit.model.VisitLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Corrects what a hospital said when it registered a visit, as long as nothing of it is settled: a settlement was computed from
 * what was said. Whose visit it is, is not corrected: that is another visit.
 */
public final class ChangeVisit {

    private final Visits visits;
    private final VisitActs acts;

    public ChangeVisit(Visits visits, VisitActs acts) {
        this.visits = visits;
        this.acts = acts;
    }

    /**
     * What is said anew; null stays as it is.
     *
     * @param endedOn only of a stay that has been discharged
     * @param endsTreatment whether the visit is for no special treatment after all
     */
    public record Correction(
            @Nullable ServiceType serviceType,
            @Nullable LocalDate startedOn,
            @Nullable LocalDate endedOn,
            @Nullable CardKind cardKind,
            @Nullable String visitNumber,
            @Nullable String specialTreatment,
            boolean endsTreatment) {

        private Registration of(Registration visit) {
            return visit.with(
                    serviceType == null ? visit.serviceType() : serviceType,
                    startedOn == null ? visit.startedOn() : startedOn,
                    endedOn == null ? visit.endedOn() : endedOn,
                    cardKind == null ? visit.cardKind() : cardKind,
                    visitNumber == null ? visit.visitNumber() : visitNumber,
                    endsTreatment ? null : treatment(visit));
        }

        private @Nullable String treatment(Registration visit) {
            return specialTreatment == null ? visit.specialTreatment() : specialTreatment;
        }

        private boolean crossesKind(Registration visit) {
            return serviceType != null && (serviceType == ServiceType.INPATIENT) != visit.isStay();
        }
    }

    /** The visit as it is said now, or a problem. */
    public Mono<Acted> change(Visit visit, Correction correction, VisitAct act) {
        return acts.carryOut(visit, act, current -> switch (current) {
            case Visit.Open open -> change(open, correction, act);
            case Visit.Settling _ -> Mono.error(VisitProblems.settling(current));
            case Visit.Settled _ -> Mono.error(settled(current));
            case Visit.Cancelled _ -> Mono.error(VisitProblems.cancelled(current));
        });
    }

    private Mono<Visit> change(Visit.Open open, Correction correction, VisitAct act) {
        if (!open.fees().settlements().isEmpty()) {
            return Mono.error(settled(open));
        }
        return visits.lines(open).flatMap(lines -> {
            check(open.registration(), correction, lines);
            Registration corrected = correction.of(open.registration());
            List<String> names = changed(open.registration(), corrected);
            if (names.isEmpty()) {
                return Mono.just(open);
            }
            Visit changed = open.changed(corrected, act.changing(names));
            return corrected.visitNumber().equals(open.registration().visitNumber())
                    ? Mono.just(changed)
                    : visits.numbered(corrected.institution(), corrected.person(), corrected.visitNumber())
                            .filter(taken -> !taken.equals(open.id()))
                            .<Visit>flatMap(taken -> Mono.error(numberTaken(open, taken)))
                            .defaultIfEmpty(changed);
        });
    }

    private static void check(Registration visit, Correction correction, List<VisitLine> lines) {
        FieldChecks checks = new FieldChecks();
        LocalDate start = correction.startedOn() == null ? visit.startedOn() : correction.startedOn();
        LocalDate end = correction.endedOn() == null ? visit.endedOn() : correction.endedOn();
        if (correction.crossesKind(visit) && (!lines.isEmpty() || visit.endedOn() != null)) {
            checks.reject(
                    "serviceType",
                    "before-lines",
                    Text.of(
                            "已有费用明细或已出院，不能在门诊与住院之间变更",
                            "does not turn into a stay or out of it once there are lines or an end"));
        }
        if (correction.endedOn() != null && visit.endedOn() == null) {
            checks.reject("endedOn", "after-discharge", Text.of("尚未办理出院", "is only of a stay that was discharged"));
        }
        boolean isTurned = end != null && end.isBefore(start);
        String named = correction.endedOn() == null ? "startedOn" : "endedOn";
        if (isTurned) {
            checks.reject(named, "not-before-start", Text.of("出院日期早于入院日期", "the stay would end before it begins"));
        }
        if (!isTurned && lines.stream().anyMatch(line -> isOutside(line, start, end))) {
            checks.reject(named, "lines-within", Text.of("已上传的费用日期不在此期间内", "an uploaded fee line would lie outside"));
        }
        checks.throwIfInvalid();
    }

    private static boolean isOutside(VisitLine line, LocalDate start, @Nullable LocalDate end) {
        LocalDate day = line.line().serviceDate();
        return day.isBefore(start) || (end != null && day.isAfter(end));
    }

    private static List<String> changed(Registration one, Registration other) {
        List<String> names = new ArrayList<>();
        note(names, "serviceType", one.serviceType(), other.serviceType());
        note(names, "startedOn", one.startedOn(), other.startedOn());
        note(names, "endedOn", one.endedOn(), other.endedOn());
        note(names, "cardKind", one.cardKind(), other.cardKind());
        note(names, "visitNumber", one.visitNumber(), other.visitNumber());
        note(names, "specialTreatment", one.specialTreatment(), other.specialTreatment());
        return names;
    }

    private static void note(List<String> names, String name, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            names.add(name);
        }
    }

    private static ProblemException settled(Visit visit) {
        EntryId settlement = visit.fees().settlements().iterator().next();
        return VisitProblems.settled(
                visit,
                settlement,
                Text.of("已有结算，请先撤销结算再变更", "something of the visit is settled; cancel the settlement first"));
    }

    private static ProblemException numberTaken(Visit visit, VisitId taken) {
        return VisitProblems.conflict(visit, Text.of("该参保人的此就诊号已登记", "this person has a visit under this number"))
                .with("field", "visitNumber")
                .with("visitId", taken.value());
    }
}
