package io.crosscare.local.outage;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A file system in a file. What a process writes there without a sync stays in the memory of the kernel, for the journal of the
 * file system commits only every 300 s and pages are written back after 30 s; so the file is, at every moment, what a disk
 * would have after a power cut.
 */
final class Volume implements AutoCloseable {

    private static final long BYTES = 1L << 30;
    private static final long SECONDS_MAX = 20;
    private static final String COMMIT_RARELY = "loop,commit=300";

    private final Path image;
    private final Path folder;
    private final Thread atExit = new Thread(this::unmount);
    private boolean isMounted;

    private Volume(Path image, Path folder) {
        this.image = image;
        this.folder = folder;
    }

    /** Makes and mounts an empty one; the exception says why this machine does not let us. */
    static Volume create(Path parent, String name) throws IOException {
        Path image = parent.resolve(name + ".img");
        try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(BYTES);
        }
        run("mkfs.ext4", "-q", "-F", image.toString());
        return mount(image, parent.resolve(name));
    }

    private static Volume mount(Path image, Path folder) throws IOException {
        Volume volume = new Volume(image, Files.createDirectories(folder));
        run("mount", "-o", COMMIT_RARELY, image.toString(), folder.toString());
        volume.isMounted = true;
        Runtime.getRuntime().addShutdownHook(volume.atExit);
        return volume;
    }

    Path folder() {
        return folder;
    }

    /** What would be found if the power had gone now: a copy of the file while this is still mounted. */
    Volume afterPowerCut() throws IOException {
        Path copy = image.resolveSibling(folder.getFileName() + "-after.img");
        run("cp", "--sparse=always", image.toString(), copy.toString());
        return mount(copy, folder.resolveSibling(folder.getFileName() + "-after"));
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
