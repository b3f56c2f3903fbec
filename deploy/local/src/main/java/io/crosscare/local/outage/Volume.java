package io.crosscare.local.outage;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A file system in a file. What a process writes there without a sync stays in the memory of the kernel, for the journal of the
 * file system commits only every 300 s and pages are written back after 30 s; so the file is, at every moment, what a disk
 * would have after a power cut. Only who may mount can have one, and only on Linux.
 */
public final class Volume implements AutoCloseable {

    private static final long BYTES = 4L << 30;
    private static final long SECONDS_MAX = 60;
    private static final String COMMIT_RARELY = "loop,commit=300";

    private final Path image;
    private final Path folder;
    private final Thread atExit = new Thread(this::unmount);
    private boolean isMounted;

    private Volume(Path image, Path folder) {
        this.image = image;
        this.folder = folder;
    }

    /** Makes and mounts an empty one of 4 GiB, of which the disk holds what is used; the exception says why this machine does not let us. */
    public static Volume create(Path parent, String name) throws IOException {
        Path image = parent.resolve(name + ".img");
        try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(BYTES);
        }
        run("mkfs.ext4", "-q", "-F", image.toString());
        Volume volume = new Volume(image, Files.createDirectories(parent.resolve(name)));
        volume.mount();
        Runtime.getRuntime().addShutdownHook(volume.atExit);
        return volume;
    }

    /** Where it is mounted. */
    public Path folder() {
        return folder;
    }

    /**
     * Leaves of it what would be found if the power had gone now: the file as it is, copied while this is still mounted, takes
     * its place. Whatever used it must have been killed.
     */
    public void cutPower() throws IOException {
        Path copy = image.resolveSibling(folder.getFileName() + "-after.img");
        run("cp", "--sparse=always", image.toString(), copy.toString());
        unmount();
        Files.move(copy, image, StandardCopyOption.REPLACE_EXISTING);
        mount();
    }

    private synchronized void mount() throws IOException {
        run("mount", "-o", COMMIT_RARELY, image.toString(), folder.toString());
        isMounted = true;
    }

    @Override
    public void close() throws IOException {
        unmount();
        Runtime.getRuntime().removeShutdownHook(atExit);
        Files.deleteIfExists(image);
    }

    private synchronized void unmount() {
        if (!isMounted) {
            return;
        }
        isMounted = false;
        try {
            run("umount", folder.toString());
        } catch (IOException e) {
            System.err.println(e.getMessage());
            detach();
        }
    }

    private void detach() {
        try {
            run("umount", "--lazy", folder.toString());
        } catch (IOException e) {
            System.err.println(e.getMessage());
        }
    }

    private static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(List.of(command) + " takes too long");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        if (process.exitValue() != 0) {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            throw new IOException("%s: %s".formatted(List.of(command), output.strip()));
        }
    }
}
