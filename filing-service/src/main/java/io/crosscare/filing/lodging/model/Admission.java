package io.crosscare.filing.lodging.model;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.insured.model.InsurancePlan;
import io.crosscare.filing.insured.model.PersonType;
import java.util.Set;

/**
 * Who of a plan may file under a category.
 *
 * @param personTypes empty: all of the plan
 * @param householdRegistrations where the household has to be registered; empty: anywhere
 */
public record Admission(
        InsurancePlan plan, Set<PersonType> personTypes, Set<RegionCode> householdRegistrations, Clause clause) {

    public Admission {
        personTypes = Set.copyOf(personTypes);
        householdRegistrations = Set.copyOf(householdRegistrations);
    }

    boolean admits(PersonType personType) {
        return personTypes.isEmpty() || personTypes.contains(personType);
    }

    boolean admitsHousehold(RegionCode registration) {
        return householdRegistrations.isEmpty() || householdRegistrations.contains(registration);
    }
}
