package io.crosscare.filing.batch;

/**
 * A column of a CSV file, named in its first line in either language.
 *
 * @param name as the field is called in JSON
 * @param isRequired whether a file without it is of no use
 */
public record Column(String name, String zh, boolean isRequired) {

    public static Column required(String name, String zh) {
        return new Column(name, zh, true);
    }

    public static Column optional(String name, String zh) {
        return new Column(name, zh, false);
    }

    boolean isCalled(String heading) {
        return name.equalsIgnoreCase(heading) || zh.equals(heading);
    }
}
