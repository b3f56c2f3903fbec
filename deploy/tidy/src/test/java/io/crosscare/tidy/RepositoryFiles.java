package io.crosscare.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files people wrote: the repository without what builds, tools and runs leave in it. */
final class RepositoryFiles {

    /** Where tests run is the folder of their module. */
    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private static final Set<String> SKIPPED = Set.of("target", "node_modules");

    private RepositoryFiles() {}

    /** All whose name ends like this, in order of their paths. */
    static List<Path> endingWith(String ending) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    String name = folder.getFileName().toString();
                    boolean isSkipped = SKIPPED.contains(name) || (name.startsWith(".") && !folder.equals(ROOT));
                    return isSkipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.toString().endsWith(ending)) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files.stream().sorted().toList();
    }
}
