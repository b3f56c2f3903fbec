package io.crosscare.local.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path parent;

    @Test
    void deletesADirectoryThatItMade() throws Exception {
        DataFolder folder = DataFolder.at(parent.resolve("data"));
        folder.prepare();
        Files.createDirectories(folder.documents().resolve("deep"));
        Files.writeString(folder.documents().resolve("deep/journal"), "record");

        folder.delete();

        assertThat(folder.path()).doesNotExist();
    }

    @Test
    void refusesToDeleteADirectoryOfSomebodyElse() throws Exception {
        Path strange = Files.createDirectories(parent.resolve("strange"));
        Files.writeString(strange.resolve("thesis.txt"), "precious");

        assertThatThrownBy(() -> DataFolder.at(strange).delete())
                .isInstanceOf(UnsuitableFolderException.class)
                .hasMessageContaining("not a CrossCare data directory");

        assertThat(strange.resolve("thesis.txt")).exists();
    }

    @Test
    void refusesToSettleInADirectoryOfSomebodyElse() throws Exception {
        Path strange = Files.createDirectories(parent.resolve("strange"));
        Files.writeString(strange.resolve("thesis.txt"), "precious");

        assertThatThrownBy(() -> DataFolder.at(strange).prepare()).isInstanceOf(UnsuitableFolderException.class);

        assertThat(strange).isDirectoryNotContaining("glob:**/crosscare-data");
    }

    @Test
    void doesNotFollowLinksWhenItDeletes() throws Exception {
        Path outside = Files.writeString(parent.resolve("outside.txt"), "precious");
        DataFolder folder = DataFolder.at(parent.resolve("data"));
        folder.prepare();
        Files.createSymbolicLink(folder.path().resolve("link"), parent);

        folder.delete();

        assertThat(outside).exists();
    }

    @Test
    void givesTheLockToOneHolderAtATime() throws Exception {
        DataFolder folder = DataFolder.at(parent.resolve("data"));
        folder.prepare();

        try (AutoCloseable first = folder.lock().orElseThrow()) {
            assertThat(first).isNotNull();
            assertThat(folder.lock()).isEmpty();
        }

        try (AutoCloseable second = folder.lock().orElseThrow()) {
            assertThat(second).isNotNull();
        }
    }
}
