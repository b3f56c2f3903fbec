package io.crosscare.settlement.visit;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.Text;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.visit.model.Visit;

/** Conflicts about visits. Each names the state the visit is in, so that a caller need not ask. */
public final class VisitProblems {

    private VisitProblems() {}

    /** What is asked for is not possible in the state the visit is in. */
    public static ProblemException conflict(Visit visit, Text detail) {
        return ProblemException.conflict(detail).with("state", visit.state().name());
    }

    /** The same, because of a settlement that is live. */
    public static ProblemException settled(Visit visit, EntryId settlement, Text detail) {
        return conflict(visit, detail).with("settlementId", settlement.value());
    }

    static ProblemException settling(Visit visit) {
        return conflict(visit, Text.of("就诊正在结算，请稍后再试", "the visit is being settled; try again later"));
    }

    public static ProblemException cancelled(Visit visit) {
        return conflict(visit, Text.of("就诊登记已撤销", "the visit has been cancelled"));
    }

    static ProblemException moved(Visit visit) {
        return conflict(visit, Text.of("就诊刚被修改，请重新查询后再试", "the visit has just changed; look again"));
    }
}
