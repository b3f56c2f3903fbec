package io.crosscare.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartupCacheTest {

    @TempDir
    private Path folder;

    @Test
    void isReadWhenItWasTrainedOnThisJar() throws Exception {
        StartupCache cache = new StartupCache(folder, "filing", "jar-1");
        Files.writeString(folder.resolve("filing.aot"), "cache");

        boolean leftACache = cache.conclude();

        assertThat(leftACache).isTrue();
        assertThat(cache.use(false)).isEqualTo(StartupCache.Use.READ);
    }

    @Test
    void isOutOfDateWhenTheJarIsAnother() throws Exception {
        Files.writeString(folder.resolve("filing.aot"), "cache");
        new StartupCache(folder, "filing", "jar-1").conclude();

        StartupCache next = new StartupCache(folder, "filing", "jar-2");

        assertThat(next.isCurrent()).isFalse();
        assertThat(next.use(false)).isEqualTo(StartupCache.Use.NONE);
        assertThat(next.use(true)).isEqualTo(StartupCache.Use.TRAIN);
    }

    @Test
    void isNotTrainedAgainWhenTrainingBroughtNothing() {
        StartupCache cache = new StartupCache(folder, "filing", "jar-1");

        boolean leftACache = cache.conclude();

        assertThat(leftACache).isFalse();
        assertThat(cache.isCurrent()).isTrue();
        assertThat(cache.use(false)).isEqualTo(StartupCache.Use.NONE);
    }

    @Test
    void takesAJarForTheSameWhenOnlyItsDateIsAnother() throws Exception {
        Path first = jar("first.jar", "content");
        Path second = jar("second.jar", "content");
        Files.setLastModifiedTime(second, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));

        assertThat(Fingerprint.of(second, List.of("-Xa"))).isEqualTo(Fingerprint.of(first, List.of("-Xa")));
    }

    @Test
    void tellsOtherContentAndOtherOptionsApart() throws Exception {
        String first = Fingerprint.of(jar("first.jar", "content"), List.of("-Xa"));

        assertThat(Fingerprint.of(jar("second.jar", "contents"), List.of("-Xa")))
                .isNotEqualTo(first);
        assertThat(Fingerprint.of(jar("third.jar", "content"), List.of("-Xb"))).isNotEqualTo(first);
    }

    private Path jar(String name, String content) throws IOException {
        Path jar = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("entry"));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }
}
