package io.crosscare.chassis.problem;

/**
 * One field of a request and the rule it breaks; never the value itself.
 *
 * @param field path as the caller wrote it, {@code lines[3].quantity}
 * @param rule stable name of the rule, {@code required}, {@code region-code}
 */
public record FieldError(String field, String rule, Text message) {

    private static final int NAME_LENGTH_MAX = 80;

    /**
     * A caller may make up a field name of any length and content, and take a person's name or number for one. Ours are plain
     * ASCII without long numbers; a name that is not is shown only as far as it is.
     */
    public static String printable(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9_.$/\\[\\]-]", "?").replaceAll("[0-9]{5,}", "***");
        return plain.length() <= NAME_LENGTH_MAX ? plain : plain.substring(0, NAME_LENGTH_MAX) + "…";
    }
}
