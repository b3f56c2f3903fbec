package io.crosscare.settlement.audit.model;

/**
 * How far an audit has come.
 *
 * @param buckets how many of the chain's buckets are walked
 */
public record Progress(Stage stage, int buckets, long chains, long entries, long visits, long intents) {

    /** What is looked at, in order. */
    public enum Stage {
        CHAINS,
        HINTS,
        VISITS,
        INTENTS,
        COPIES,
        /** What looked wrong and may only have been under way is looked at again. */
        SECOND_LOOK
    }

    public static final Progress NONE = new Progress(Stage.CHAINS, 0, 0, 0, 0, 0);
}
