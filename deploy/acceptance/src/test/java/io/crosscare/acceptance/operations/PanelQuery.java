package io.crosscare.acceptance.operations;

import io.crosscare.acceptance.Json;
import io.crosscare.acceptance.RepositoryFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One expression of a panel, as Grafana sends it: variables at "all", intervals as given. */
public record PanelQuery(String dashboard, String panel, String expr) {

    public static final Path FOLDER = RepositoryFolder.root().resolve("deploy/grafana/dashboards");

    /** Every expression of every dashboard, in order. */
    public static List<PanelQuery> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<PanelQuery> queries = new ArrayList<>();
            for (Path file : files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                queries.addAll(of(Json.read(Files.readString(file))));
            }
            return queries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<PanelQuery> of(JsonNode dashboard) {
        List<String> variables = new ArrayList<>();
        dashboard
                .path("templating")
                .path("list")
                .forEach(each -> variables.add(each.path("name").asString("")));
        List<PanelQuery> queries = new ArrayList<>();
        for (JsonNode panel : dashboard.path("panels")) {
            for (JsonNode target : panel.path("targets")) {
                String expr = target.path("expr").asString("");
                for (String variable : variables) {
                    expr = expr.replaceAll("\\$" + variable + "\\b", ".*");
                }
                queries.add(new PanelQuery(
                        dashboard.path("title").asString(""),
                        panel.path("title").asString(""),
                        expr.replace("$__rate_interval", "20s").replace("$__range", "5m")));
            }
        }
        return queries;
    }

    /** Those whose answer is empty: a misspelt metric, or one that nobody tells. */
    public static List<PanelQuery> empty(List<PanelQuery> queries, Predicate<String> hasAnswer) {
        return queries.stream().filter(query -> !hasAnswer.test(query.expr())).toList();
    }
}
