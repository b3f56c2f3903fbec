package io.crosscare.simulator.world;

/** One run of a process, from its start to its crash. What was to happen in a life that is over never happens. */
public final class Life {

    private final String name;
    private final Runnable whenCrashed;
    private final int frailty;
    private boolean isOver;
    private long stillUntil;
    private boolean isTired;

    private Life(String name, int frailty, Runnable whenCrashed) {
        this.name = name;
        this.frailty = frailty;
        this.whenCrashed = whenCrashed;
    }

    /**
     * A life that any of its steps may end.
     *
     * @param frailty how many times as easily as another's: one that takes few steps would hardly ever end
     */
    public static Life mortal(String name, int frailty, Runnable whenCrashed) {
        return new Life(name, frailty, whenCrashed);
    }

    /** A life that is never ended: a network, a hospital. */
    public static Life lasting(String name) {
        return new Life(name, 0, () -> {});
    }

    public String name() {
        return name;
    }

    /**
     * Nothing happens in it until then.
     *
     * @param endsBehindItsNextEntry whether it ends as soon as an entry of it is stored
     */
    void standStill(long untilMicros, boolean endsBehindItsNextEntry) {
        stillUntil = untilMicros;
        isTired = endsBehindItsNextEntry;
    }

    long stillUntil() {
        return stillUntil;
    }

    /** An entry of it is stored, and it has not heard of it. */
    public void hasStoredAnEntry() {
        if (isTired) {
            crash();
        }
    }

    int frailty() {
        return frailty;
    }

    public boolean isOver() {
        return isOver;
    }

    /** Ends it; what it has not handed on is lost. */
    public void crash() {
        if (!isOver) {
            isOver = true;
            whenCrashed.run();
        }
    }
}
