package io.crosscare.filing.lodging.model;

import io.crosscare.filing.insured.model.InsurancePlan;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A region's rule for one filing category.
 *
 * @param validity null: until changed (domain.md §2 no. 20)
 * @param materials what the person brings, in the words of the source
 */
public record CategoryRule(
        FilingCategory category,
        List<Admission> admissions,
        @Nullable Validity validity,
        List<String> materials) {

    public CategoryRule {
        admissions = List.copyOf(admissions);
        materials = List.copyOf(materials);
        if (admissions.stream().map(Admission::plan).distinct().count() != admissions.size()) {
            throw new IllegalArgumentException("category " + category + " names a plan twice");
        }
    }

    Optional<Admission> admissionOf(InsurancePlan plan) {
        return admissions.stream().filter(admission -> admission.plan() == plan).findFirst();
    }
}
