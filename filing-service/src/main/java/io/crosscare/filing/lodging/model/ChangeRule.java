package io.crosscare.filing.lodging.model;

import java.util.Set;

/**
 * Which categories may be changed into each other; every other change is a new filing.
 *
 * @param overlap what becomes of a second filing for the same place and days
 */
public record ChangeRule(Set<FilingCategory> interchangeable, Clause clause, Clause overlap) {

    public ChangeRule {
        interchangeable = Set.copyOf(interchangeable);
    }

    public boolean admits(FilingCategory from, FilingCategory to) {
        return from == to || (interchangeable.contains(from) && interchangeable.contains(to));
    }
}
