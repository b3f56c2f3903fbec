package io.crosscare.filing.disclosure.model;

import io.crosscare.chassis.id.PersonId;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Names one read: the person, the millisecond, and something random. In the order of these names stand the reads of a person in
 * the order of time.
 */
public record ReadId(String value) {

    private static final Pattern FORM = Pattern.compile("p[a-z2-7]{26}:[0-9]{13}:r[a-z2-7]{26}");

    public ReadId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a read is named by person, time and a random part");
        }
    }

    /**
     * The name of a read.
     *
     * @param random an id that begins with {@code r}
     */
    public static ReadId of(PersonId person, Instant at, String random) {
        return new ReadId(from(person, at) + ":" + random);
    }

    /** What the names of all reads of the person from that instant on are not before. */
    public static String from(PersonId person, Instant at) {
        return "%s:%013d".formatted(person, at.toEpochMilli());
    }

    @Override
    public String toString() {
        return value;
    }
}
