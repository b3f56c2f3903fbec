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

/** What the services count themselves. Asking costs the service some milliseconds, so it is asked seldom. */
public final class ServiceMetrics {

    private static final int MANAGEMENT = 10;
    private static final int OK = 200;
    private static final Pattern PAUSES = sample("jvm_gc_pause_seconds_sum", "");
    private static final Pattern PUBLISHED =
            sample("crosscare_events_published_total", "topic=\"settlement\\.settlement\\.v1\"");

    private static final Pattern COPY_AGES = sample("crosscare_copies_age_seconds", "");
    private static final Pattern ATTEMPTS = sample("crosscare_settlement_attempts_total", "");

    private final RunningSuite suite;

    public ServiceMetrics(RunningSuite suite) {
        this.suite = suite;
    }

    /** How long the collector of each service has stopped it since it began, in seconds. The stores have no metrics. */
    public SequencedMap<String, Double> pauseSeconds() throws IOException {
        SequencedMap<String, Double> pauses = new LinkedHashMap<>();
        for (Map.Entry<String, URI> service : suite.services().entrySet()) {
            pauses.put(service.getKey(), sumOf(PAUSES, metricsOf(service.getValue())));
        }
        return pauses;
    }

    /** Entries of chains that settlement-service has published since it began. */
    public long publishedEntries() throws IOException {
        return Math.round(sumOf(PUBLISHED, metricsOf(suite.settlement())));
    }

    /** How often settlement-service has tried to win a place in a chain since it began. */
    public double settlementAttempts() throws IOException {
        return sumOf(ATTEMPTS, metricsOf(suite.settlement()));
    }

    /** How old the oldest copy is that settlement-service has of others' records, in seconds, as it looked last. */
    public double oldestCopySeconds() throws IOException {
        return oldestCopySecondsIn(metricsOf(suite.settlement()));
    }

    private static String metricsOf(URI service) throws IOException {
        URI management = URI.create("http://" + service.getHost() + ":" + (service.getPort() + MANAGEMENT));
        try (HttpClient client = new HttpClient(management)) {
            Response metrics = client.send(Request.get("/actuator/prometheus", ""));
            if (metrics.status() != OK) {
                throw new IOException("/actuator/prometheus → " + metrics.status());
            }
            return metrics.body();
        }
    }

    static double pauseSecondsIn(String metrics) {
        return sumOf(PAUSES, metrics);
    }

    static double publishedEntriesIn(String metrics) {
        return sumOf(PUBLISHED, metrics);
    }

    static double oldestCopySecondsIn(String metrics) {
        double oldest = 0;
        for (Matcher sample = COPY_AGES.matcher(metrics); sample.find(); ) {
            String age = sample.group(1);
            oldest = Math.max(oldest, age.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(age));
        }
        return oldest;
    }

    private static double sumOf(Pattern samples, String metrics) {
        double sum = 0;
        for (Matcher sample = samples.matcher(metrics); sample.find(); ) {
            sum += Double.parseDouble(sample.group(1));
        }
        return sum;
    }

    private static Pattern sample(String name, String label) {
        return Pattern.compile("^" + name + "\\{[^}]*" + label + "[^}]*} (\\S+)$", Pattern.MULTILINE);
    }
}
