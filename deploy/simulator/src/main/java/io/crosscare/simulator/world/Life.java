package io.crosscare.simulator.world;

/** One run of a process, from its start to its crash. What was to happen in a life that is over never happens. */
public final class Life {

    private final String name;
    private final Runnable whenCrashed;
    private final int frailty;
    private boolean isOver;

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
