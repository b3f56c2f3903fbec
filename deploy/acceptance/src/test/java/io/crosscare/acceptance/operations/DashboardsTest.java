package io.crosscare.acceptance.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.acceptance.Json;
import io.crosscare.acceptance.RepositoryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** Dashboards are what Grafana takes them for, and can be read by both groups of readers. */
@Execution(ExecutionMode.CONCURRENT)
class DashboardsTest {

    private static final Path GRAFANA = RepositoryFolder.root().resolve("deploy/grafana");
    private static final List<String> FILES = List.of("duty.json", "engineers.json");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    @Test
    void areOfGrafanasOwnTypes() {
        assertThat(typed(GRAFANA.resolve("dashboards"), "checked")).matches(Tool.Ended::isGood);
    }

    @Test
    void findsAPlantedMisspelling(@TempDir Path planted) throws IOException {
        String duty = Files.readString(GRAFANA.resolve("dashboards/duty.json"));
        Files.writeString(planted.resolve("duty.json"), duty.replace("\"showHeader\"", "\"showHeadr\""));

        assertThat(typed(planted, "planted"))
                .matches(ended -> !ended.isGood())
                .extracting(Tool.Ended::output)
                .asString()
                .contains("showHeadr");
    }

    @Test
    void haveAPlaceOfTheirOwnForEachPanel() throws IOException {
        for (String file : FILES) {
            Set<String> taken = new HashSet<>();
            Set<Integer> ids = new HashSet<>();
            List<String> faults = new ArrayList<>();
            for (JsonNode panel : read(file).path("panels")) {
                String title = panel.path("title").asString("");
                if (!ids.add(panel.path("id").asInt(0))) {
                    faults.add(title + ": its id is another's");
                }
                cells(panel.path("gridPos"))
                        .filter(cell -> !taken.add(cell))
                        .findFirst()
                        .ifPresent(cell -> faults.add(title + ": another panel is at " + cell));
            }
            assertThat(faults).as(file).isEmpty();
        }
    }

    @Test
    void sayInChineseAndEnglishWhatTheyShow() throws IOException {
        for (String file : FILES) {
            JsonNode dashboard = read(file);
            assertThat(dashboard.path("title").asString("")).containsPattern(CHINESE);
            for (JsonNode panel : dashboard.path("panels")) {
                String words = panel.path("title").asString("")
                        + panel.path("description").asString("");
                boolean isName = panel.path("description").asString("").startsWith("CALLER");
                assertThat(isName || CHINESE.matcher(words).find()).as(words).isTrue();
                assertThat(words).containsPattern("[A-Za-z]{3}");
            }
        }
    }

    @Test
    void areWhatTheProvisioningFilesName() throws IOException {
        Set<String> sources = new HashSet<>();
        for (String file : FILES) {
            read(file)
                    .findValues("datasource")
                    .forEach(source -> sources.add(source.path("uid").asString("")));
        }
        Object provisioned = StrictYaml.list(StrictYaml.read(GRAFANA.resolve("provisioning/datasources/prometheus.yml"))
                        .get("datasources"))
                .getFirst();

        assertThat(sources).containsExactly("crosscare-prometheus");
        assertThat(StrictYaml.map(provisioned)).containsEntry("uid", "crosscare-prometheus");
    }

    @Test
    void asksWithVariablesAtAllAndIntervalsSet() {
        JsonNode dashboard = Json.read("""
            {"title": "t", "templating": {"list": [{"name": "service"}]}, "panels": [
              {"title": "row"},
              {"title": "p", "targets": [{"expr": "sum(rate(a_total{service=~\\"$service\\"}[$__rate_interval]))"},
                                         {"expr": "increase(b_total[$__range])"}]}]}
            """);

        assertThat(PanelQuery.of(dashboard))
                .extracting(PanelQuery::expr)
                .containsExactly("sum(rate(a_total{service=~\".*\"}[20s]))", "increase(b_total[5m])");
    }

    @Test
    void findsAPlantedPanelWithoutAnAnswer() {
        PanelQuery good = new PanelQuery("t", "good", "crosscare_settlements_total");
        PanelQuery misspelt = new PanelQuery("t", "misspelt", "crosscare_setlements_total");

        assertThat(PanelQuery.empty(List.of(good, misspelt), "crosscare_settlements_total"::equals))
                .containsExactly(misspelt);
    }

    @Test
    void readsTheSuiteUnderTestAndNoOther() throws IOException {
        String shipped = Files.readString(RepositoryFolder.root().resolve("deploy/prometheus/prometheus-local.yml"));

        assertThat(Prometheus.ofSuite(shipped, 18_500))
                .contains("127.0.0.1:18510", "127.0.0.1:18514", "scrape_interval: 1s")
                .doesNotContain("\"127.0.0.1:809");
    }

    private static Tool.Ended typed(Path dashboards, String name) {
        Path compiler = GRAFANA.resolve("node_modules/.bin/tsc");
        Tool node = Tool.require("node");
        if (!Files.isExecutable(compiler)) {
            throw Tool.skip("请先在 deploy/grafana 运行 npm ci / run npm ci in deploy/grafana first");
        }
        Tool.Ended written = node.run(GRAFANA, List.of("literals.mjs", dashboards.toString(), name));
        assertThat(written).matches(Tool.Ended::isGood);
        return new Tool(compiler).run(GRAFANA, List.of("--project", "target/" + name));
    }

    private static Stream<String> cells(JsonNode place) {
        int left = place.path("x").asInt(0);
        int top = place.path("y").asInt(0);
        return IntStream.range(top, top + place.path("h").asInt(0))
                .boxed()
                .flatMap(y ->
                        IntStream.range(left, left + place.path("w").asInt(0)).mapToObj(x -> x + "," + y));
    }

    private static JsonNode read(String file) throws IOException {
        return Json.read(Files.readString(GRAFANA.resolve("dashboards").resolve(file)));
    }
}
