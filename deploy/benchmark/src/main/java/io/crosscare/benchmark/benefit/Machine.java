package io.crosscare.benchmark.benefit;

import java.lang.management.ManagementFactory;

/**
 * What a run was made on.
 *
 * @param collector of the measured processes
 * @param load of the last minute, in processors that were wanted; negative where the system does not say
 */
record Machine(int processors, String system, String jdk, String collector, double load) {

    /** More is not a machine at rest. */
    private static final double LOAD_MAX = 0.5;

    static Machine here() {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                "%s %s".formatted(System.getProperty("os.name"), System.getProperty("os.arch")),
                "%s %s".formatted(System.getProperty("java.vm.vendor"), Runtime.version()),
                "Serial GC, compact object headers, 1 GB heap",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    boolean isAtRest() {
        return load <= LOAD_MAX;
    }
}
