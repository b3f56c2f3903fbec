package io.crosscare.benchmark.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.crosscare.benchmark.command.Program;
import io.crosscare.benchmark.suite.RunningSuite;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.bson.Document;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes settlement-service's copies away from a suite that is measured, so that rebuilding them begins with nothing. */
@Command(
        name = "empty-copies",
        mixinStandardHelpOptions = true,
        description = "Deletes every record of settlement's read models, on a suite that is there to be measured.")
public final class EmptyCopies implements Callable<Integer> {

    private static final String DATABASE = "settlement";
    private static final String COPIED = "copied_";

    private final PrintStream out;

    @Option(names = "--data", required = true, description = "data directory of the running suite")
    private Path data = Path.of("");

    private EmptyCopies(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        Program.run(EmptyCopies::new, arguments);
    }

    @Override
    public Integer call() throws IOException {
        RunningSuite suite = RunningSuite.find(data)
                .orElseThrow(() -> new IllegalArgumentException("那里没有运行中的系统 / no suite is running there: " + data));
        try (MongoClient client = MongoClients.create(suite.documents().toString())) {
            MongoDatabase settlement = client.getDatabase(DATABASE);
            List<String> copies = new ArrayList<>();
            settlement.listCollectionNames().forEach(name -> {
                if (name.startsWith(COPIED)) {
                    copies.add(name);
                }
            });
            copies.forEach(name -> out.println(name + ": "
                    + settlement.getCollection(name).deleteMany(new Document()).getDeletedCount()));
        }
        return 0;
    }
}
