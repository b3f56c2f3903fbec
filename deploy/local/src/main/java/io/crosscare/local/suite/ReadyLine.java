package io.crosscare.local.suite;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The line that ends a start, for people and for scripts: {@code ready in 17.3 s, 31.2 CPU-s, services 1.20 GiB resident,
 * start-up caches used 7 of 7}.
 * Seconds count from the start of the supervising process; processor time is the supervisor's and all its children's; memory is
 * the five services'.
 */
final class ReadyLine {

    private ReadyLine() {}

    static String of(Suite suite, Map<String, StartupCache> caches, InstantSource clock) {
        ProcessHandle self = ProcessHandle.current();
        Instant start = self.info().startInstant().orElseGet(clock::instant);
        List<ProcessId> services = suite.running(Program.Kind.SERVICE);
        List<ProcessId> all = new ArrayList<>(services);
        all.addAll(suite.running(Program.Kind.STORE));
        all.add(ProcessId.of(self));
        return String.format(
                Locale.ROOT,
                "ready in %s s, %s CPU-s, services %s resident, start-up caches used %d of %d",
                Console.seconds(Duration.between(start, clock.instant())),
                Console.seconds(Usage.processorTime(all)),
                Usage.gibibytes(Usage.residentKib(services)),
                suite.runningByName().entrySet().stream()
                        .filter(child -> isUsed(caches.get(child.getKey()), child.getValue()))
                        .count(),
                suite.runningByName().size());
    }

    private static boolean isUsed(@Nullable StartupCache cache, ProcessId process) {
        return cache != null && cache.isUsedBy(process);
    }
}
