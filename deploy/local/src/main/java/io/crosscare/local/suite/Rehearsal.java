package io.crosscare.local.suite;

import io.crosscare.local.data.DataFolder;
import io.crosscare.local.data.Keys;
import io.crosscare.local.data.UnsuitableFolderException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Trains the JVM's start-up caches, once per build, by playing the whole suite on throw-away data at the lowest priority. Made to
 * run beside a suite that people already use; what its processes say goes to a log of its own.
 */
final class Rehearsal {

    private static final Duration WRITE_CACHES_WITHIN = Duration.ofMinutes(4);

    private final Layout layout;
    private final Path java;
    private final Console console;
    private final StopRequest stop;
    private final Clock clock;

    Rehearsal(Layout layout, Path java, Console console, StopRequest stop, Clock clock) {
        this.layout = layout;
        this.java = java;
        this.console = console;
        this.stop = stop;
        this.clock = clock;
    }

    /** Whether a program has changed since its cache was trained. */
    boolean isDue() {
        return !outdated().isEmpty();
    }

    /** Trains what is outdated; returns when the caches are written or soon after a stop was asked for. Says how it went. */
    boolean run() {
        console.say(
                "后台训练启动缓存 (每次构建一次), 之后的启动更快",
                "training start-up caches in the background (once per build), later starts are quicker");
        try {
            boolean isTrained = train(outdated());
            if (isTrained) {
                console.say("启动缓存已写好", "the start-up caches are written");
            } else if (!stop.isRequested()) {
                console.say("启动缓存没有训练成, 见 " + layout.rehearsalLog(), "the start-up caches were not trained");
            }
            return isTrained;
        } catch (IOException | UnsuitableFolderException | RuntimeException e) {
            console.say("启动缓存没有训练成: " + e.getMessage(), "the start-up caches were not trained");
            return false;
        }
    }

    private List<StartupCache> outdated() {
        return new Programs(layout, java, Effort.START)
                .caches().values().stream().filter(cache -> !cache.isCurrent()).toList();
    }

    private boolean train(List<StartupCache> outdated) throws IOException, UnsuitableFolderException {
        DataFolder data = DataFolder.at(layout.rehearsalData());
        data.prepare();
        Optional<AutoCloseable> lock = data.lock();
        if (lock.isEmpty()) {
            console.say("另一个 up 正在训练启动缓存", "another up is training them");
            return false;
        }
        boolean isTrained;
        try (AutoCloseable _ = lock.get();
                PrintStream log =
                        new PrintStream(Files.newOutputStream(layout.rehearsalLog()), true, StandardCharsets.UTF_8)) {
            outdated.forEach(StartupCache::clear);
            new Keys(data.keys()).makeMissing(ServiceName.titles());
            isTrained = playThrough(data, Commands.console(log, clock));
        } catch (Exception e) {
            throw new IOException(e.getMessage(), e);
        }
        data.delete();
        if (isTrained) {
            outdated.stream()
                    .filter(cache -> !cache.conclude())
                    .forEach(cache -> console.say(
                            cache.name() + " 没有启动缓存, 启动会慢一些",
                            "no start-up cache for " + cache.name() + ", it starts more slowly"));
        }
        return isTrained;
    }

    private boolean playThrough(DataFolder data, Console log) {
        Ports ports = Ports.free();
        List<Program> programs = new Programs(layout, java, Effort.START).of(data, ports, Stores.EMBEDDED, true);
        Suite suite = new Suite(data, ports, programs, log, stop, clock);
        boolean isReady = suite.start();
        if (isReady) {
            visit(ports, data, log);
        }
        // Nobody waits for caches that were given up, and whoever asked for the stop waits less long than these may
        // take.
        suite.stop(isReady ? WRITE_CACHES_WITHIN : Stopping.PATIENCE, stop::isRequested);
        return isReady && !stop.isRequested();
    }

    /** A few requests, so that the caches also hold what only a request loads. */
    private static void visit(Ports ports, DataFolder data, Console log) {
        try {
            Contents.read(ports.url(ServiceName.GATEWAY), data.path());
        } catch (IOException e) {
            log.say("预演中的请求失败: " + e.getMessage(), "a request of the rehearsal failed");
        }
    }
}
