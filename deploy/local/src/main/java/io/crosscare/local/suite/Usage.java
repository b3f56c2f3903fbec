package io.crosscare.local.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.OptionalLong;

/** What processes have cost so far, as the operating system counts it. */
final class Usage {

    private static final double KIB_PER_GIB = 1024.0 * 1024.0;

    private Usage() {}

    /** Processor time of living processes, their ended children not included. */
    static Duration processorTime(Collection<ProcessId> processes) {
        return processes.stream()
                .flatMap(process -> process.alive().stream())
                .flatMap(handle -> handle.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Resident memory in KiB; empty where the system does not tell. Pages shared by several processes count for each. */
    static OptionalLong residentKib(Collection<ProcessId> processes) {
        long sum = 0;
        for (ProcessId process : processes) {
            OptionalLong own = residentKib(process);
            if (own.isEmpty()) {
                return OptionalLong.empty();
            }
            sum += own.getAsLong();
        }
        return OptionalLong.of(sum);
    }

    /** For people, for example {@code 1.24 GiB}. */
    static String gibibytes(OptionalLong kib) {
        return kib.isEmpty() ? "?" : String.format(Locale.ROOT, "%.2f GiB", kib.getAsLong() / KIB_PER_GIB);
    }

    private static OptionalLong residentKib(ProcessId process) {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
