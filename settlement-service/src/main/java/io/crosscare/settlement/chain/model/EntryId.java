package io.crosscare.settlement.chain.model;

import io.crosscare.chassis.id.PersonId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an entry: whose chain, and the place in it. It is the serialisation token of the person: of all that want place
 * n + 1, one is stored.
 *
 * @param seq from 1, without gaps
 */
public record EntryId(PersonId person, long seq) {

    public static final long SEQ_MAX = 9_999_999_999L;

    private static final Pattern FORM = Pattern.compile("(p[a-z2-7]{26}):([0-9]{10})");

    public EntryId {
        if (seq < 1 || seq > SEQ_MAX) {
            throw new IllegalArgumentException("a place in a chain has one to ten digits and begins with 1");
        }
    }

    /** Reads what {@link #value()} writes. */
    public static EntryId parse(String value) {
        Matcher matcher = FORM.matcher(value);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("an entry id is a personId, a colon and ten digits");
        }
        return new EntryId(new PersonId(matcher.group(1)), Long.parseLong(matcher.group(2)));
    }

    /** {@code <personId>:<seq, ten digits>}, which sorts as the chain does. */
    public String value() {
        String digits = Long.toString(seq);
        return person.value() + ":" + "0".repeat(10 - digits.length()) + digits;
    }

    @Override
    public String toString() {
        return value();
    }
}
