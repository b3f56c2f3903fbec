package io.crosscare.acceptance.kills;

import io.crosscare.acceptance.LocalSuite;
import io.crosscare.local.outage.Volume;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Everything stops at once, what had not reached the disk is gone, and people start the suite again from what is there. */
public final class PowerCut implements Blow {

    /** All of it starts anew, and reads what the disk has. */
    private static final Duration HEALS_WITHIN = Duration.ofMinutes(4);

    private final LocalSuite suite;
    private final Volume volume;

    /**
     * Names what it hits.
     *
     * @param volume holds the data directory of the suite
     */
    public PowerCut(LocalSuite suite, Volume volume) {
        if (!suite.data().startsWith(volume.folder())) {
            throw new IllegalArgumentException(suite.data() + " is not on " + volume.folder());
        }
        this.suite = suite;
        this.volume = volume;
    }

    @Override
    public Manner manner() {
        return Manner.POWER_CUT;
    }

    @Override
    public List<String> turn() {
        return List.of("suite");
    }

    @Override
    public String strike(String victim) throws IOException {
        int running = suite.running().members().size();
        suite.running().killAll();
        volume.cutPower();
        return "%d 个进程与看护进程 / processes and their supervisor".formatted(running);
    }

    @Override
    public Duration healsWithin() {
        return HEALS_WITHIN;
    }

    @Override
    public void awaitHealed() {
        suite.up();
    }
}
