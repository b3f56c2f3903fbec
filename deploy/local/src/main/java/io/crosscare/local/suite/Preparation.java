package io.crosscare.local.suite;

import java.nio.file.Path;

/** What no start can do without and is done once per build: each service's jar is laid out as files. */
final class Preparation {

    private final Layout layout;
    private final Path java;
    private final Console console;
    private final StopRequest stop;

    Preparation(Layout layout, Path java, Console console, StopRequest stop) {
        this.layout = layout;
        this.java = java;
        this.console = console;
        this.stop = stop;
    }

    /** Does what is not done yet. */
    void run() {
        for (ServiceName service : ServiceName.values()) {
            Extraction extraction = Extraction.of(layout, service);
            if (!stop.isRequested() && !extraction.isDone()) {
                console.say("展开 " + service.module(), "laying out " + service.module());
                extraction.run(java);
            }
        }
    }
}
