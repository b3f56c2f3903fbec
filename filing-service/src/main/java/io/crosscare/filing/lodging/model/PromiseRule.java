package io.crosscare.filing.lodging.model;

import io.crosscare.filing.insured.model.InsurancePlan;
import java.util.Set;

/**
 * Filing first and bringing the papers later (承诺补充制).
 *
 * @param deadlineDays from the day on which the promise was signed
 * @param lockedMonths from the first day of the filing, in which it may not be changed or withdrawn; 0: none
 * @param admission the clause that says who may
 * @param clause the clause that rules such a filing
 * @param deadline the clause of the deadline
 */
public record PromiseRule(
        Set<InsurancePlan> plans,
        Set<FilingCategory> categories,
        int deadlineDays,
        int lockedMonths,
        Clause admission,
        Clause clause,
        Clause deadline) {

    public PromiseRule {
        plans = Set.copyOf(plans);
        categories = Set.copyOf(categories);
        if (deadlineDays < 1 || deadlineDays > 366 || lockedMonths < 0 || lockedMonths > 12) {
            throw new IllegalArgumentException("a promise is due in 1 to 366 days and locked for 0 to 12 months");
        }
    }

    boolean admits(Application application) {
        return categoriesOf(application.person().plan()).contains(application.category());
    }

    /** The categories under which persons of the plan may file on a promise. */
    Set<FilingCategory> categoriesOf(InsurancePlan plan) {
        return plans.contains(plan) ? categories : Set.of();
    }
}
