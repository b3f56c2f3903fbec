package io.crosscare.filing.lodging.model;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.insured.model.InsurancePlan;
import io.crosscare.filing.insured.model.Particulars;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The filing rules of one pooling region, as data: who may file under which category and for how long.
 *
 * @param home where care is care at home and needs no filing: the pooling region and its districts
 * @param populations the clause that says which plan has which categories
 */
public record RegionRules(RegionCode region, Set<RegionCode> home, Clause populations, List<CategoryRule> categories) {

    public RegionRules {
        home = Set.copyOf(home);
        categories = List.copyOf(categories);
        long distinct =
                categories.stream().map(CategoryRule::category).distinct().count();
        if (distinct != categories.size()) {
            throw new IllegalArgumentException("region " + region + " names a category twice");
        }
    }

    /** Whether a destination is the insured region itself, a part of it, or contains it. */
    public boolean isAtHome(RegionCode careRegion) {
        return careRegion.contains(region) || home.contains(careRegion);
    }

    /** Whether this person may file so, and if so for which days. */
    public Decision decide(Particulars person, FilingCategory category, LocalDate from, @Nullable LocalDate to) {
        Optional<CategoryRule> rule = find(category);
        Optional<Admission> admission = rule.flatMap(one -> one.admissionOf(person.plan()));
        if (rule.isEmpty() || admission.isEmpty()) {
            return new Decision.CategoryClosed(populations, categoriesOf(person.plan()));
        }
        if (!admission.get().admits(person.personType())) {
            return new Decision.PersonTypeNotAdmitted(
                    admission.get(), rule.get().materials());
        }
        if (!admission.get().admitsHousehold(person.householdRegistration())) {
            return new Decision.HouseholdElsewhere(admission.get(), rule.get().materials());
        }
        return withinValidity(rule.get().validity(), from, to);
    }

    /** The categories under which persons of the plan may file. */
    public Set<FilingCategory> categoriesOf(InsurancePlan plan) {
        Set<FilingCategory> open = EnumSet.noneOf(FilingCategory.class);
        categories.stream()
                .filter(rule -> rule.admissionOf(plan).isPresent())
                .forEach(rule -> open.add(rule.category()));
        return open;
    }

    private Optional<CategoryRule> find(FilingCategory category) {
        return categories.stream().filter(rule -> rule.category() == category).findFirst();
    }

    private static Decision withinValidity(@Nullable Validity validity, LocalDate from, @Nullable LocalDate to) {
        if (validity == null) {
            return new Decision.Admitted(new FilingPeriod(from, to));
        }
        FilingPeriod longest = FilingPeriod.ofMonths(from, validity.months());
        if (to == null) {
            return new Decision.Admitted(longest);
        }
        return longest.endsBefore(to)
                ? new Decision.PeriodTooLong(validity)
                : new Decision.Admitted(new FilingPeriod(from, to));
    }
}
