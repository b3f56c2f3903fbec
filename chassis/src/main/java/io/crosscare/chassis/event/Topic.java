package io.crosscare.chassis.event;

/**
 * A topic of the suite: {@code <service>.<aggregate>.v<major>}, key = aggregate id.
 *
 * @param isState compacted and carrying the full state, where the highest version wins; else facts, kept by time
 */
public record Topic(String name, boolean isState) {

    /** Partitions of every topic; freshness counts them. */
    public static final int PARTITIONS = 4;

    /** What the names of topics with dead letters end in. */
    public static final String DEAD_LETTERS = ".dlt";

    public static Topic state(String name) {
        return new Topic(name, true);
    }

    public static Topic fact(String name) {
        return new Topic(name, false);
    }

    /** Where messages go that can never be processed. */
    public String deadLetters() {
        return name + DEAD_LETTERS;
    }

    /** The topic whose dead letters have this name. */
    static String ofDeadLetters(String name) {
        return name.substring(0, name.length() - DEAD_LETTERS.length());
    }
}
