package io.crosscare.benchmark.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What all rounds found, by server and inserts in flight. */
final class Measurements {

    private final Map<Case, List<InsertLoad.Result>> results = new LinkedHashMap<>();

    private record Case(String server, int inFlight) {}

    void add(String server, int inFlight, InsertLoad.Result result) {
        results.computeIfAbsent(new Case(server, inFlight), _ -> new ArrayList<>())
                .add(result);
    }

    double medianInsertsPerSecond(String server, int inFlight) {
        List<Double> sorted = sorted(new Case(server, inFlight), InsertLoad.Result::insertsPerSecond);
        return sorted.get(sorted.size() / 2);
    }

    /** A table as people read it, one line per server and inserts in flight. */
    String table() {
        StringBuilder table = new StringBuilder("%-15s %9s %12s %9s %9s %20s%n"
                .formatted("1 KB inserts", "in flight", "median /s", "min /s", "max /s", "server CPU-µs/insert"));
        results.keySet().forEach(measured -> {
            List<Double> rates = sorted(measured, InsertLoad.Result::insertsPerSecond);
            List<Double> costs = sorted(measured, InsertLoad.Result::processorMicrosPerInsert);
            table.append("%-15s %9d %,12.0f %,9.0f %,9.0f %,20.0f%n"
                    .formatted(
                            measured.server(),
                            measured.inFlight(),
                            rates.get(rates.size() / 2),
                            rates.getFirst(),
                            rates.getLast(),
                            costs.get(costs.size() / 2)));
        });
        return table.toString();
    }

    private List<Double> sorted(Case measured, ToDoubleFunction<InsertLoad.Result> figure) {
        return results.getOrDefault(measured, List.of()).stream()
                .mapToDouble(figure)
                .sorted()
                .boxed()
                .toList();
    }
}
