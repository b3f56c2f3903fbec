package io.crosscare.local.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;

/** Runs a {@link DocumentStore} as a process of its own until it is told to stop. */
public final class DocumentStoreMain {

    private static final String USAGE = "usage: DocumentStoreMain --data DIR --port N";

    private final Path data;
    private final int port;

    private DocumentStoreMain(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    /** Exits with 0 when stopped, 1 when the store fails or cannot start, 2 when the arguments are wrong. */
    public static void main(String[] arguments) {
        DocumentStoreMain main;
        try {
            main = parse(Arrays.asList(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(USAGE);
            System.exit(2);
            return;
        }
        try {
            main.run();
        } catch (IOException | StoreDamagedException e) {
            System.err.println("document store not started: " + e.getMessage());
            System.exit(1);
        } catch (CompletionException e) {
            System.err.println("document store stopped, its journal cannot be written: " + e.getCause());
            Runtime.getRuntime().halt(1);
        }
    }

    private static DocumentStoreMain parse(List<String> arguments) {
        if (arguments.size() != 4
                || !arguments.get(0).equals("--data")
                || !arguments.get(2).equals("--port")) {
            throw new IllegalArgumentException("expected a data directory and a port");
        }
        int port;
        try {
            port = Integer.parseInt(arguments.get(3));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a port: " + arguments.get(3), e);
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("not a port: " + port);
        }
        return new DocumentStoreMain(Path.of(arguments.get(1)), port);
    }

    private void run() throws IOException {
        DocumentStore store = DocumentStore.start(data, port);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(store), "store-stop"));
        System.out.printf(
                "document store ready at %s, data in %s (for one machine: no users, no replicas, loopback only)%n",
                store.uri(), data);
        store.end().toCompletableFuture().join();
    }

    private static void close(DocumentStore store) {
        try {
            store.close();
        } catch (IOException e) {
            System.err.println("document store: " + e.getMessage());
        }
    }
}
