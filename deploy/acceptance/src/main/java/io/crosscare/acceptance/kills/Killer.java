package io.crosscare.acceptance.kills;

import io.crosscare.acceptance.Difference;
import io.crosscare.acceptance.Eventually;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Strikes one blow after another at random moments, and lets the suite heal in between. */
final class Killer {

    private static final int MOMENT_MILLIS_MIN = 300;
    private static final int MOMENT_MILLIS_MAX = 2_500;

    private final Blow blow;
    private final RandomGenerator random;
    private final Progress progress;
    private final Map<String, Integer> kills = new LinkedHashMap<>();

    Killer(Blow blow, RandomGenerator random, Progress progress) {
        this.blow = blow;
        this.random = random;
        this.progress = progress;
        blow.turn().forEach(name -> kills.put(name, 0));
    }

    /** Strikes so many times; returns when the last blow is healed. */
    void kill(int times) {
        List<String> turn = blow.turn();
        for (int i = 0; i < times; i++) {
            String victim = turn.get(i % turn.size());
            Eventually.pause(Duration.ofMillis(random.nextInt(MOMENT_MILLIS_MIN, MOMENT_MILLIS_MAX)));
            String struck = strike(victim);
            kills.merge(victim, 1, Integer::sum);
            progress.say(
                    "第 %d 次: %s %s".formatted(i + 1, blow.manner().command(), struck),
                    "%d of %d".formatted(i + 1, times));
            blow.awaitHealed();
            progress.say(victim + " 已恢复", "is back");
        }
    }

    private String strike(String victim) {
        try {
            return blow.strike(victim);
        } catch (IOException cause) {
            throw new Difference("%s: %s".formatted(victim, cause.getMessage()), cause);
        }
    }

    /** How often each was hit. */
    Map<String, Integer> kills() {
        return kills;
    }
}
