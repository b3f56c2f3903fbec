package io.crosscare.settlement.direct;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.Text;
import io.crosscare.settlement.chain.model.Scope;
import io.crosscare.settlement.visit.VisitProblems;
import io.crosscare.settlement.visit.model.Registration;
import io.crosscare.settlement.visit.model.Visit;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which scope of a visit a request means: of an outpatient visit the batch it names, of a stay all that is left at its end, or
 * what has come together up to a day while it goes on.
 */
sealed interface RequestedScope {

    /** The scope in the visit as it stands. */
    Scope in(Visit visit);

    /** The last day that is covered, where the request says so. */
    default @Nullable LocalDate until() {
        return null;
    }

    /** A batch, or the rest of a stay. */
    record Named(Scope scope) implements RequestedScope {

        @Override
        public Scope in(Visit visit) {
            return scope;
        }
    }

    /** A settlement on the way; its number depends on those that are live. */
    record UpTo(LocalDate until) implements RequestedScope {

        @Override
        public Scope in(Visit visit) {
            return visit.fees().nextInterim();
        }
    }

    /**
     * Reads a request.
     *
     * @param until last day of a settlement on the way; null where it is none
     */
    static RequestedScope of(Registration visit, @Nullable String batch, @Nullable LocalDate until) {
        if (visit.isStay()) {
            if (batch != null) {
                throw ProblemException.invalid(
                        "batch",
                        "not-for-a-stay",
                        Text.of("住院按整次结算，不分批次", "a stay is settled as a whole, without a batch"));
            }
            return until == null ? new Named(new Scope.Discharge()) : upTo(visit, until);
        }
        if (until != null) {
            throw ProblemException.invalid(
                    "until", "only-for-a-stay", Text.of("中途结算只用于住院", "only a stay is settled on the way"));
        }
        if (batch == null) {
            throw ProblemException.invalid(
                    "batch", "required", Text.of("门诊结算须指明批次", "an outpatient settlement names its batch"));
        }
        return new Named(new Scope.Batch(batch));
    }

    private static RequestedScope upTo(Registration visit, LocalDate until) {
        LocalDate end = visit.endedOn();
        if (until.isBefore(visit.startedOn()) || (end != null && until.isAfter(end))) {
            throw ProblemException.invalid("until", "within-visit", Text.of("截止日不在住院期间内", "lies outside the stay"));
        }
        return new UpTo(until);
    }

    /**
     * Whether it may be settled now.
     *
     * @throws ProblemException {@code conflict} where the stay has to end first, or has ended and wants its discharge settled
     */
    default void requireSettleable(Visit visit) {
        Registration registration = visit.registration();
        if (!registration.isStay()) {
            return;
        }
        boolean hasEnded = registration.endedOn() != null;
        if (until() == null && !hasEnded) {
            throw VisitProblems.conflict(
                    visit, Text.of("尚未办理出院，不能结算", "the stay has not been discharged and cannot be settled"));
        }
        // Where a settlement on the way was undone after the discharge was settled, its lines are settled on the way
        // again.
        boolean isDischargeSettled =
                visit.fees().settlementOf(new Scope.Discharge()).isPresent();
        if (until() != null && hasEnded && !isDischargeSettled) {
            throw VisitProblems.conflict(
                    visit, Text.of("已办理出院，应作出院结算", "the stay has ended: its discharge is settled"));
        }
    }
}
