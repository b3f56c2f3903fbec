package io.crosscare.local.suite;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the built parts of the suite lie under the root of the repository. */
record Layout(Path root) {

    /** The executable jar as the build leaves it. */
    Path jar(ServiceName service) {
        return target(service).resolve(service.module() + ".jar");
    }

    /** The service laid out as jar and libraries; its start-up cache lies there too. */
    Path runFolder(ServiceName service) {
        return target(service).resolve("run");
    }

    /** The directory of {@code local.jar}, with its libraries beside it. */
    Path localFolder() {
        return root.resolve("deploy").resolve("local").resolve("target");
    }

    Path acceptanceJar() {
        return root.resolve("deploy").resolve("acceptance").resolve("target").resolve("acceptance.jar");
    }

    /** Throw-away data of the training run. */
    Path rehearsalData() {
        return localFolder().resolve("rehearsal");
    }

    /** What must have been built before anything can start. */
    List<Path> requiredFiles() {
        return Stream.of(ServiceName.values()).map(this::jar).toList();
    }

    private Path target(ServiceName service) {
        return root.resolve(service.module()).resolve("target");
    }
}
