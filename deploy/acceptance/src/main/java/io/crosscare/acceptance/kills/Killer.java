package io.crosscare.acceptance.kills;

import io.crosscare.acceptance.Eventually;
import io.crosscare.acceptance.LocalSuite;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Takes away one process after another, each kind in its turn, at random moments, and lets the suite heal itself in between. */
final class Killer {

    private static final List<String> ALL = List.of("settlement", "gateway", "filing", "events", "documents");

    /** A store that ends is silence for the services, however kindly it was asked. */
    private static final List<String> SERVICES = List.of("settlement", "gateway", "filing", "registry", "correction");

    private static final int MOMENT_MILLIS_MIN = 300;
    private static final int MOMENT_MILLIS_MAX = 2_500;

    /** The supervisor waits up to half a minute before it starts again what keeps ending. */
    private static final Duration HEALS_WITHIN = Duration.ofMinutes(2);

    private final LocalSuite suite;
    private final Manner manner;
    private final List<String> turn;
    private final RandomGenerator random;
    private final Progress progress;
    private final Map<String, Integer> kills = new LinkedHashMap<>();

    Killer(LocalSuite suite, Manner manner, RandomGenerator random, Progress progress) {
        this.suite = suite;
        this.manner = manner;
        this.turn = switch (manner) {
            case KILL -> ALL;
            case TERMINATE -> SERVICES;
        };
        this.random = random;
        this.progress = progress;
        turn.forEach(name -> kills.put(name, 0));
    }

    /** Kills so many times; returns when the last one is healed. */
    void kill(int times) {
        for (int i = 0; i < times; i++) {
            String victim = turn.get(i % turn.size());
            Eventually.pause(Duration.ofMillis(random.nextInt(MOMENT_MILLIS_MIN, MOMENT_MILLIS_MAX)));
            long pid = end(victim);
            kills.merge(victim, 1, Integer::sum);
            progress.say(
                    "第 %d 次: %s %s (进程 %d)".formatted(i + 1, manner.command(), victim, pid),
                    "kill %d of %d".formatted(i + 1, times));
            suite.awaitWhole(HEALS_WITHIN);
            progress.say(victim + " 已恢复", "is back");
        }
    }

    private long end(String victim) {
        return switch (manner) {
            case KILL -> suite.running().kill(victim);
            case TERMINATE -> suite.running().terminate(victim);
        };
    }

    /** How often each was killed. */
    Map<String, Integer> kills() {
        return kills;
    }
}
