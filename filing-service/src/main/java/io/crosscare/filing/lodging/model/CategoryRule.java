package io.crosscare.filing.lodging.model;

import io.crosscare.filing.insured.model.InsurancePlan;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A region's rule for one filing category.
 *
 * @param conditions all of which have to be met
 * @param validity none: until changed (domain.md §2 no. 20)
 * @param materials what the person brings
 */
public record CategoryRule(
        FilingCategory category,
        List<Admission> admissions,
        Dated<List<Condition>> conditions,
        Dated<Validity> validity,
        List<Material> materials) {

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

    public List<Condition> conditionsOn(LocalDate day) {
        return conditions.on(day).orElse(List.of());
    }

    List<Material> materialsFor(Application application) {
        return materials.stream()
                .filter(material -> material.isNeededFor(application))
                .toList();
    }
}
