package io.crosscare.acceptance.kills;

import io.crosscare.acceptance.LocalSuite;
import java.time.Duration;
import java.util.List;

/** One process is ended, each kind in its turn, and the supervisor starts another. */
public final class EndedProcess implements Blow {

    private static final List<String> ALL =
            List.of("settlement", "gateway", "filing", "events", "documents", "registry", "correction");

    /** A store that ends is silence for the services, however kindly it was asked. */
    private static final List<String> SERVICES = List.of("settlement", "gateway", "filing", "registry", "correction");

    /** The supervisor waits up to half a minute before it starts again what keeps ending. */
    private static final Duration HEALS_WITHIN = Duration.ofMinutes(2);

    private final LocalSuite suite;
    private final Manner manner;

    private EndedProcess(LocalSuite suite, Manner manner) {
        this.suite = suite;
        this.manner = manner;
    }

    /** At once: {@link Manner#KILL}. */
    public static EndedProcess killed(LocalSuite suite) {
        return new EndedProcess(suite, Manner.KILL);
    }

    /** Asked to end: {@link Manner#TERMINATE}. */
    public static EndedProcess asked(LocalSuite suite) {
        return new EndedProcess(suite, Manner.TERMINATE);
    }

    @Override
    public Manner manner() {
        return manner;
    }

    @Override
    public List<String> turn() {
        return manner == Manner.KILL ? ALL : SERVICES;
    }

    @Override
    public String strike(String victim) {
        long pid = manner == Manner.KILL
                ? suite.running().kill(victim)
                : suite.running().terminate(victim);
        return "%s (进程 %d)".formatted(victim, pid);
    }

    @Override
    public Duration healsWithin() {
        return HEALS_WITHIN;
    }

    @Override
    public void awaitHealed() {
        suite.awaitWhole(HEALS_WITHIN);
    }
}
