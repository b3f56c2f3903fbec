package io.crosscare.settlement.visit.web;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.problem.FieldChecks;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose stays are asked for.
 *
 * @param personIds at most 200
 */
record OpenStaysRequest(@Nullable List<@Nullable String> personIds) {

    private static final int PERSONS_MAX = 200;

    Set<PersonId> toPersons() {
        FieldChecks checks = new FieldChecks();
        List<String> given = checks.list("personIds", personIds, PERSONS_MAX).orElse(List.of());
        Set<PersonId> persons = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            PersonId person =
                    checks.personId("personIds[" + i + "]", given.get(i)).orNull();
            if (person != null) {
                persons.add(person);
            }
        }
        checks.throwIfInvalid();
        return persons;
    }
}
