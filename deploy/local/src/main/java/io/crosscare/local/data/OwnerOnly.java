package io.crosscare.local.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files (0600) and directories (0700) that nobody but their owner can open, from the first moment they exist. */
public final class OwnerOnly {

    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private OwnerOnly() {}

    /** Makes the directory and those above it where they are missing. */
    public static void createDirectories(Path directory) throws IOException {
        if (isPosix(directory)) {
            Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(DIRECTORY));
            Files.setPosixFilePermissions(directory, DIRECTORY);
        } else {
            Files.createDirectories(directory);
        }
    }

    /** Writes the whole file or nothing. */
    public static void write(Path file, String content) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Path draft = isPosix(file)
                ? Files.createTempFile(directory, ".draft", "", PosixFilePermissions.asFileAttribute(FILE))
                : Files.createTempFile(directory, ".draft", "");
        Files.writeString(draft, content);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Copies what the file holds at this moment, and returns when the copy is on disk. */
    public static void copy(Path from, Path to) throws IOException {
        Set<StandardOpenOption> news = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel source = FileChannel.open(from, StandardOpenOption.READ);
                FileChannel target = isPosix(to)
                        ? FileChannel.open(to, news, PosixFilePermissions.asFileAttribute(FILE))
                        : FileChannel.open(to, news)) {
            long size = source.size();
            long copied = 0;
            long moved = size;
            while (copied < size && moved > 0) {
                moved = source.transferTo(copied, size - copied, target);
                copied += moved;
            }
            target.force(true);
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
