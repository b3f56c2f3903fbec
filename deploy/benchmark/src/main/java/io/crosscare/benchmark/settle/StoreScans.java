package io.crosscare.benchmark.settle;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.crosscare.benchmark.settle.Verdict.Check;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * How often the document store looked at every document of a collection because no index served a query. The embedded store
 * tells by collection and by the fields of the query; a MongoDB does not.
 */
final class StoreScans implements AutoCloseable {

    private static final String ZH = "测量期间文档库没有全表扫描";
    private static final String EN = "no scan of the document store while measuring";

    private final MongoClient client;

    /**
     * The counts since the store was started.
     *
     * @param total of all scans; the shapes the store remembers are bounded
     */
    record Counts(long total, Map<String, Long> byShape) {}

    StoreScans(URI store) {
        this.client = MongoClients.create(store.toString());
    }

    /** Null where the store does not tell. */
    @Nullable
    Counts read() {
        return countsIn(client.getDatabase("admin").runCommand(new Document("serverStatus", 1)));
    }

    static @Nullable Counts countsIn(Document serverStatus) {
        Document scans = serverStatus.get("scans", Document.class);
        if (scans == null) {
            return null;
        }
        Map<String, Long> byShape = new HashMap<>();
        for (Document shape : scans.getList("shapes", Document.class, List.of())) {
            byShape.put(
                    shape.getString("collection") + " (" + shape.getString("fields") + ")",
                    shape.get("count", Number.class).longValue());
        }
        return new Counts(scans.get("total", Number.class).longValue(), byShape);
    }

    /** Whether there was none between the two. */
    static Check check(@Nullable Counts before, @Nullable Counts after) {
        if (before == null || after == null) {
            return new Check(ZH, EN, true, "此库不计 this store does not count them");
        }
        long scans = after.total() - before.total();
        List<String> found = new ArrayList<>(List.of("%,d".formatted(scans)));
        after.byShape().entrySet().stream()
                .filter(shape -> shape.getValue() > before.byShape().getOrDefault(shape.getKey(), 0L))
                .map(shape -> "%s × %,d"
                        .formatted(
                                shape.getKey(),
                                shape.getValue() - before.byShape().getOrDefault(shape.getKey(), 0L)))
                .sorted()
                .forEach(found::add);
        return new Check(ZH, EN, scans == 0, String.join("; ", found));
    }

    @Override
    public void close() {
        client.close();
    }
}
