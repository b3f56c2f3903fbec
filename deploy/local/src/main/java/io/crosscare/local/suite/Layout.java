package io.crosscare.local.suite;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the built parts of the suite lie. What runs is never what a build writes: programs run from copies whose folders are
 * named after their content, so that a build beside a running suite does it no harm.
 *
 * @param root the root of the repository
 * @param localFolder the directory of the running {@code local.jar}, with its libraries beside it
 */
record Layout(Path root, Path localFolder) {

    /** The executable jar as the build leaves it. */
    Path jar(ServiceName service) {
        return target(service).resolve(service.module() + ".jar");
    }

    /** Holds a folder for each build of the service that was laid out. */
    Path runFolders(ServiceName service) {
        return target(service).resolve("run");
    }

    Path acceptanceJar() {
        return root.resolve("deploy").resolve("acceptance").resolve("target").resolve("acceptance.jar");
    }

    /** Throw-away data of the training run. */
    Path rehearsalLog() {
        return rehearsalData().resolveSibling("rehearsal.log");
    }

    Path rehearsalData() {
        return root.resolve("deploy").resolve("local").resolve("target").resolve("rehearsal");
    }

    /** What must have been built before anything can start. */
    List<Path> requiredFiles() {
        return Stream.of(ServiceName.values()).map(this::jar).toList();
    }

    private Path target(ServiceName service) {
        return root.resolve(service.module()).resolve("target");
    }
}
