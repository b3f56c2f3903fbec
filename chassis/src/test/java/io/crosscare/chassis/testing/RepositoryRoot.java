package io.crosscare.chassis.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the repository from whatever module a test runs in. */
public final class RepositoryRoot {

    private RepositoryRoot() {}

    /** The nearest folder upwards that holds {@code pom.xml} and {@code gateway}. */
    public static Path find() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null
                && !(Files.isDirectory(folder.resolve("gateway")) && Files.isRegularFile(folder.resolve("pom.xml")))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("not inside the repository");
        }
        return folder;
    }
}
