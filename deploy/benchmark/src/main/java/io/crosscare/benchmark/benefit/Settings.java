package io.crosscare.benchmark.benefit;

import java.util.List;

/**
 * What is measured, and how long.
 *
 * @param agreed bills on which calculation and Drools must agree before anything is measured
 * @param forks processes, one after the other, for each case
 * @param warmUps in each process, as long as an iteration
 * @param millis of an iteration
 */
record Settings(List<Integer> lineCounts, int agreed, int forks, int warmUps, int iterations, long millis, long seed) {

    private static final int LINES_MAX = 3_000;

    Settings {
        lineCounts = lineCounts.stream().distinct().sorted().toList();
        require(!lineCounts.isEmpty(), "--lines 至少一个 / at least one");
        require(
                lineCounts.getFirst() >= 1 && lineCounts.getLast() <= LINES_MAX,
                "--lines 应在 1 至 3000 之间 / lie between 1 and 3000");
        require(agreed >= 1, "--bills 至少 1 / at least 1");
        require(forks >= 1, "--forks 至少 1 / at least 1");
        require(warmUps >= 1, "--warm-ups 至少 1 / at least 1");
        require(iterations >= 1, "--iterations 至少 1 / at least 1");
        require(millis >= 1, "--millis 至少 1 / at least 1");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
