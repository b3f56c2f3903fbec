package io.crosscare.chassis.id;

import java.util.regex.Pattern;

/**
 * The random name of an insured person in one insured region, given by filing-service. It says nothing about the person, so
 * it may appear in logs, events and URLs where identity, person and card numbers may not (design.md §3.7).
 *
 * @param value {@code p} and 26 lower-case base-32 characters
 */
public record PersonId(String value) implements Comparable<PersonId> {

    private static final Pattern FORM = Pattern.compile("p[a-z2-7]{26}");

    public PersonId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a personId is 'p' and 26 characters of a-z and 2-7");
        }
    }

    @Override
    public int compareTo(PersonId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
