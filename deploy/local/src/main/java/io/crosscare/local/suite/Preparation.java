package io.crosscare.local.suite;

import io.crosscare.local.data.DataFolder;
import io.crosscare.local.data.Keys;
import io.crosscare.local.data.UnsuitableFolderException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * What is done once per build so that later starts are quick: each service's jar is laid out as files, and one rehearsal of the
 * whole suite on throw-away data trains the JVM's start-up caches.
 */
final class Preparation {

    private static final Duration WRITE_CACHES_WITHIN = Duration.ofMinutes(4);

    private final Layout layout;
    private final Path java;
    private final Console console;
    private final StopRequest stop;
    private final InstantSource clock;

    Preparation(Layout layout, Path java, Console console, StopRequest stop, InstantSource clock) {
        this.layout = layout;
        this.java = java;
        this.console = console;
        this.stop = stop;
        this.clock = clock;
    }

    /** Does what is not done yet. */
    void run() {
        layOut();
        List<StartupCache> outdated = new Programs(layout, java, Effort.START)
                .caches().values().stream().filter(cache -> !cache.isCurrent()).toList();
        if (!outdated.isEmpty() && !stop.isRequested()) {
            rehearse(outdated);
        }
    }

    /** Does only what no start can do without: it trains no caches, so that the suite may start more slowly. */
    void layOut() {
        for (ServiceName service : ServiceName.values()) {
            Extraction extraction = Extraction.of(layout, service);
            if (!stop.isRequested() && !extraction.isDone()) {
                console.say("展开 " + service.module(), "laying out " + service.module());
                extraction.run(java);
            }
        }
    }

    private void rehearse(List<StartupCache> outdated) {
        console.say(
                "预演一次以训练启动缓存 (每次构建一次, 约一至两分钟)",
                "one rehearsal to train the start-up caches (once per build, one to two minutes)");
        outdated.forEach(StartupCache::clear);
        DataFolder data = DataFolder.at(layout.rehearsalData());
        try {
            data.delete();
            data.prepare();
            new Keys(data.keys()).makeMissing(ServiceName.titles());
            boolean isTrained = playThrough(data);
            data.delete();
            if (stop.isRequested()) {
                return;
            }
            for (StartupCache cache : outdated) {
                if (!isTrained || !cache.conclude()) {
                    console.say(
                            cache.name() + " 没有启动缓存, 启动会慢一些",
                            "no start-up cache for " + cache.name() + ", it starts more slowly");
                    cache.conclude();
                }
            }
        } catch (UnsuitableFolderException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean playThrough(DataFolder data) {
        Ports ports = Ports.free();
        List<Program> programs = new Programs(layout, java, Effort.START).of(data, ports, Stores.EMBEDDED, true);
        Suite suite = new Suite(data, ports, programs, console, stop, clock);
        boolean isReady = suite.start();
        if (isReady) {
            visit(ports, data);
        }
        console.say("写启动缓存", "writing the caches");
        suite.stop(isReady ? WRITE_CACHES_WITHIN : Stopping.PATIENCE);
        return isReady;
    }

    /** A few requests, so that the caches also hold what only a request loads. */
    private void visit(Ports ports, DataFolder data) {
        try {
            Contents.read(ports.url(ServiceName.GATEWAY), data.path());
        } catch (IOException e) {
            console.say("预演中的请求失败: " + e.getMessage(), "a request of the rehearsal failed");
        }
    }
}
