package io.crosscare.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractionTest {

    /** Stands for the JVM that lays a jar out: its last argument is where. */
    private static final String LAYS_OUT = """
        #!/bin/sh
        for destination in "$@"; do :; done
        mkdir -p "$destination/lib"
        echo laid out >"$destination/filing-service.jar"
        """;

    @TempDir
    private Path root;

    private Path java;
    private Layout layout;

    @BeforeEach
    void buildAJar() throws IOException {
        java = root.resolve("java");
        Files.writeString(java, LAYS_OUT);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
        layout = new Layout(root, root);
        build("first");
    }

    @Test
    void aJarIsLaidOutOnce() {
        Extraction extraction = extraction();
        assertThat(extraction.isDone()).isFalse();

        extraction.run(java);

        assertThat(extraction.isDone()).isTrue();
        assertThat(extraction.folder().resolve("lib")).isDirectory();
    }

    @Test
    void aFolderThatLacksTheJarIsLaidOutAgain() throws IOException {
        Extraction extraction = extraction();
        Files.createDirectories(extraction.folder());
        Files.writeString(extraction.folder().resolve("filing.aot"), "a start-up cache of nothing");

        assertThat(extraction.isDone()).isFalse();
        extraction.run(java);

        assertThat(extraction.isDone()).isTrue();
        assertThat(extraction.folder().resolve("filing.aot")).doesNotExist();
    }

    @Test
    void theOldestBuildsAreGoneAndLeaveNothingBehind() throws IOException {
        for (int build = 0; build < 6; build++) {
            build("build " + build);
            extraction().run(java);
        }
        try (Stream<Path> folders = Files.list(layout.runFolders(ServiceName.FILING))) {
            assertThat(folders.filter(Files::isDirectory).map(Path::toString))
                    .hasSize(3)
                    .noneMatch(name -> name.endsWith(".old") || name.endsWith(".draft"));
        }
        assertThat(extraction().isDone()).isTrue();
    }

    private void build(String content) throws IOException {
        Path jar = layout.jar(ServiceName.FILING);
        Files.createDirectories(jar.getParent());
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry(content));
        }
    }

    private Extraction extraction() {
        return Extraction.of(layout, ServiceName.FILING);
    }
}
