package io.crosscare.local.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The JVM's ahead-of-time cache of one program: loaded and linked classes of an earlier run. It is good for exactly the jar it
 * was trained on, which a note beside it identifies.
 */
record StartupCache(Path folder, String name, String fingerprint) {

    /** How a process treats the cache. */
    enum Use {
        /** Read it. */
        READ,
        /** Record a run and write it at the end. */
        TRAIN,
        /** Do without. */
        NONE
    }

    /** The best a start can do with what is there; one that trains records what is out of date. */
    Use use(boolean trains) {
        if (!isCurrent()) {
            return trains ? Use.TRAIN : Use.NONE;
        }
        return Files.exists(file()) ? Use.READ : Use.NONE;
    }

    /** Whether training was done for this jar, also when it brought nothing. */
    boolean isCurrent() {
        try {
            return Files.exists(note()) && Files.readString(note()).equals(fingerprint);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Remembers that the training for this jar is over; says whether it left a cache. */
    boolean conclude() {
        try {
            Files.writeString(note(), fingerprint);
            return Files.exists(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes an older cache. */
    void clear() {
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(note());
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> options(Use use) {
        return switch (use) {
            case READ -> List.of("-XX:AOTCache=" + file());
            case TRAIN -> List.of("-XX:AOTCacheOutput=" + file());
            case NONE -> List.of();
        };
    }

    /** Whether a process has the cache in its memory; a JVM that finds it unfit starts without it and says nothing. */
    boolean isUsedBy(ProcessId process) {
        Path maps = Path.of("/proc", String.valueOf(process.pid()), "maps");
        try {
            return Files.readString(maps).contains(file().toAbsolutePath().toString());
        } catch (IOException noLongerThereOrNotTold) {
            return false;
        }
    }

    private Path file() {
        return folder.resolve(name + ".aot");
    }

    private Path note() {
        return folder.resolve(name + ".aot.trained-on");
    }
}
