package io.crosscare.acceptance;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the tests run: Maven starts them in the folder of this module. */
public final class RepositoryFolder {

    private static final Path MODULE = Path.of("").toAbsolutePath();

    private RepositoryFolder() {}

    public static Path root() {
        Path root = MODULE.resolve("../..").normalize();
        if (!Files.isRegularFile(root.resolve("deploy/local/up"))) {
            throw new IllegalStateException("not run from the module's folder: " + MODULE);
        }
        return root;
    }

    /** What the build of this module writes to. */
    public static Path target() {
        return MODULE.resolve("target");
    }
}
