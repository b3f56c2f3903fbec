package io.crosscare.settlement.direct;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.Text;
import io.crosscare.settlement.chain.model.Scope;
import io.crosscare.settlement.visit.model.Registration;
import org.jspecify.annotations.Nullable;

/** Which scope of a visit a request means: of an outpatient visit the batch it names, of a stay the whole. */
final class RequestedScope {

    private static final String FIELD = "batch";

    private RequestedScope() {}

    static Scope of(Registration visit, @Nullable String batch) {
        if (visit.isStay()) {
            if (batch != null) {
                throw ProblemException.invalid(
                        FIELD,
                        "not-for-a-stay",
                        Text.of("住院按整次结算，不分批次", "a stay is settled as a whole, without a batch"));
            }
            return new Scope.Discharge();
        }
        if (batch == null) {
            throw ProblemException.invalid(
                    FIELD, "required", Text.of("门诊结算须指明批次", "an outpatient settlement names its batch"));
        }
        return new Scope.Batch(batch);
    }
}
