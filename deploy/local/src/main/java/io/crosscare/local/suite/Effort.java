package io.crosscare.local.suite;

import java.util.List;

/** What the processes are tuned for. */
enum Effort {
    /** Ready soon and small: the quick compiler only. */
    START("256m", "3g", List.of("-XX:TieredStopAtLevel=1")),
    /** Full speed once warm: every compiler, more heap. For load tests. */
    LOAD("1g", "4g", List.of());

    private static final List<String> ALWAYS = List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final String heapMax;
    private final String documentsHeapMax;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable; its type cannot say so
    private final List<String> own;

    Effort(String heapMax, String documentsHeapMax, List<String> own) {
        this.heapMax = heapMax;
        this.documentsHeapMax = documentsHeapMax;
        this.own = own;
    }

    /** The options a start-up cache depends on: a cache made with others is not used. */
    List<String> sharedOptions() {
        return ALWAYS;
    }

    List<String> ownOptions() {
        return own;
    }

    String heapMax() {
        return heapMax;
    }

    /**
     * The document store holds all documents in memory, about five times as large as on disk: half a million of them take 1.5 GB.
     * It takes no more than its documents need.
     */
    String documentsHeapMax() {
        return documentsHeapMax;
    }
}
