package io.crosscare.chassis.testing.tidy;

import io.crosscare.chassis.testing.RepositoryRoot;
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
public final class RepositoryFiles {

    private static final Set<String> SKIPPED = Set.of("target", "node_modules");

    private RepositoryFiles() {}

    /** All whose name ends like this, in order of their paths. */
    public static List<Path> endingWith(String ending) {
        List<Path> files = new ArrayList<>();
        Path root = RepositoryRoot.find();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    String name = folder.getFileName().toString();
                    boolean isSkipped = SKIPPED.contains(name) || (name.startsWith(".") && !folder.equals(root));
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
