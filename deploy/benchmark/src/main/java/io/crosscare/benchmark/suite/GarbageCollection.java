package io.crosscare.benchmark.suite;

import io.crosscare.benchmark.http.HttpClient;
import io.crosscare.benchmark.http.Request;
import io.crosscare.benchmark.http.Response;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long the collectors of the services have stopped them so far, as their own metrics say. The stores have no metrics. */
public final class GarbageCollection {

    private static final int MANAGEMENT = 10;
    private static final int OK = 200;
    private static final Pattern PAUSES =
            Pattern.compile("^jvm_gc_pause_seconds_sum\\{[^}]*} (\\S+)$", Pattern.MULTILINE);

    private GarbageCollection() {}

    /** Seconds since each service began. */
    public static SequencedMap<String, Double> pauseSeconds(RunningSuite suite) throws IOException {
        SequencedMap<String, Double> pauses = new LinkedHashMap<>();
        for (Map.Entry<String, URI> service : suite.services().entrySet()) {
            URI address = service.getValue();
            URI management = URI.create("http://" + address.getHost() + ":" + (address.getPort() + MANAGEMENT));
            pauses.put(service.getKey(), pauseSeconds(management));
        }
        return pauses;
    }

    private static double pauseSeconds(URI management) throws IOException {
        try (HttpClient client = new HttpClient(management)) {
            Response metrics = client.send(Request.get("/actuator/prometheus", ""));
            if (metrics.status() != OK) {
                throw new IOException("/actuator/prometheus → " + metrics.status());
            }
            return sumOf(metrics.body());
        }
    }

    static double sumOf(String metrics) {
        double sum = 0;
        for (Matcher pause = PAUSES.matcher(metrics); pause.find(); ) {
            sum += Double.parseDouble(pause.group(1));
        }
        return sum;
    }
}
