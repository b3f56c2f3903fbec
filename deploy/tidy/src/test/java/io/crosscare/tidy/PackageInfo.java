package io.crosscare.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The file that says what a package is for. A package of main and test sources needs one. */
final class PackageInfo {

    private PackageInfo() {}

    static Stream<String> missing(Path root, Path folder) {
        Path main = Path.of(folder.toString().replace("/src/test/java/", "/src/main/java/"));
        return Stream.of(folder, main).anyMatch(PackageInfo::isGood)
                ? Stream.empty()
                : Stream.of(root.relativize(folder) + ": no package-info with a sentence and @NullMarked");
    }

    private static boolean isGood(Path folder) {
        Path file = folder.resolve("package-info.java");
        if (!Files.exists(file)) {
            return false;
        }
        try {
            String text = Files.readString(file);
            return text.contains("/**") && text.contains("@NullMarked");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
