package io.crosscare.local.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;

/**
 * A child process for tests. {@code serve PORT NAME DIARY} listens and, when asked to end, writes its name into the diary;
 * {@code stubborn} does not end when asked; {@code fail} says why and ends with 7.
 */
final class TinyProgram {

    private TinyProgram() {}

    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "serve" -> serve(Integer.parseInt(arguments[1]), arguments[2], Path.of(arguments[3]));
            case "stubborn" -> {
                Runtime.getRuntime().addShutdownHook(new Thread(TinyProgram::awaitForEver));
                System.out.println("stubborn");
                awaitForEver();
            }
            default -> {
                System.out.println("ERROR the disk is made of cheese");
                System.exit(7);
            }
        }
    }

    private static void serve(int port, String name, Path diary) throws IOException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> write(diary, name)));
        try (ServerSocket socket = new ServerSocket(port, 10, InetAddress.getLoopbackAddress())) {
            while (!socket.isClosed()) {
                socket.accept().close();
            }
        }
    }

    private static void write(Path diary, String name) {
        try {
            Files.writeString(diary, name + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
