package io.crosscare.settlement.visit;

import io.crosscare.chassis.problem.Text;
import io.crosscare.settlement.visit.VisitActs.Acted;
import io.crosscare.settlement.visit.model.Diagnosis;
import io.crosscare.settlement.visit.model.Visit;
import io.crosscare.settlement.visit.model.VisitAct;
import java.util.List;
import reactor.core.publisher.Mono;

/** Keeps the diagnoses of a visit, all of them at once. What has been settled was settled with those of then. */
public final class ReplaceDiagnoses {

    /** {@code diag_srt_no} has two digits; nobody has more. */
    public static final int DIAGNOSES_MAX = 50;

    private final VisitActs acts;

    public ReplaceDiagnoses(VisitActs acts) {
        this.acts = acts;
    }

    /** The visit with these diagnoses and no others, or a problem. */
    public Mono<Acted> replace(Visit visit, List<Diagnosis> diagnoses, VisitAct act) {
        return acts.carryOut(visit, act, current -> {
            if (current instanceof Visit.Cancelled) {
                return Mono.error(VisitProblems.cancelled(current));
            }
            if (current.file().diagnoses().equals(diagnoses)) {
                return Mono.just(current);
            }
            return switch (current) {
                case Visit.Open open -> Mono.just(open.withDiagnoses(diagnoses, act));
                case Visit.Settling _ -> Mono.error(VisitProblems.settling(current));
                case Visit.Settled _, Visit.Cancelled _ ->
                    Mono.error(VisitProblems.conflict(
                            current, Text.of("就诊已结算，不能变更诊断", "the visit is settled and its diagnoses stand")));
            };
        });
    }
}
