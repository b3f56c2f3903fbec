package io.crosscare.chassis.problem;

/**
 * One message in the two languages of the suite. Never holds a value the caller sent: problems do not echo what was rejected.
 *
 * @param zh for the people who work with the suite
 * @param en for the people who integrate it
 */
public record Text(String zh, String en) {

    public static Text of(String zh, String en) {
        return new Text(zh, en);
    }
}
