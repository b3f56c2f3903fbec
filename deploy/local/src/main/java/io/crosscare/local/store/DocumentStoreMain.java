package io.crosscare.local.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs a {@link DocumentStore} as a process of its own until it is told to stop. */
@Command(
        name = "document-store",
        mixinStandardHelpOptions = true,
        description =
                "A durable document store for one machine. Stops cleanly on SIGTERM; ends with 1 when it cannot start"
                        + " or its journal cannot be written.")
public final class DocumentStoreMain implements Callable<Integer> {

    @Option(names = "--data", required = true, description = "the folder of the journal, made where it is missing")
    private @Nullable Path data;

    @Option(names = "--port", required = true, description = "the port on 127.0.0.1, 0 for any free one")
    private int port;

    private DocumentStoreMain() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new DocumentStoreMain()).execute(arguments));
    }

    @Override
    public Integer call() {
        Path folder = Objects.requireNonNull(data);
        try {
            DocumentStore store = DocumentStore.start(folder, port);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(store), "store-stop"));
            System.out.printf(
                    "document store ready at %s, data in %s (for one machine: no users, no replicas, loopback only)%n",
                    store.uri(), folder);
            store.end().toCompletableFuture().join();
            return 0;
        } catch (IOException | StoreDamagedException e) {
            System.err.println("document store not started: " + e.getMessage());
        } catch (CompletionException e) {
            System.err.println("document store stopped, its journal cannot be written: " + e.getCause());
        }
        return 1;
    }

    private static void close(DocumentStore store) {
        try {
            store.close();
        } catch (IOException e) {
            System.err.println("document store: " + e.getMessage());
        }
    }
}
