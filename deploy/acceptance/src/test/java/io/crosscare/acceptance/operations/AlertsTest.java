package io.crosscare.acceptance.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.acceptance.RepositoryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Whoever is called knows what it is about and where to read on; no alert is there that was never seen to fire. */
@Execution(ExecutionMode.CONCURRENT)
class AlertsTest {

    private static final Path FOLDER = RepositoryFolder.root().resolve("deploy/prometheus");
    private static final List<String> TESTS = List.of("alerts-test.yml", "alerts-audit-test.yml");
    private static final Pattern BILINGUAL = Pattern.compile(".*\\p{IsHan}.* / .*[a-z]{3}.*");
    private static final Pattern TESTED = Pattern.compile("alertname(?:: |=\")(\\w+)");

    @Test
    void areAcceptedByPrometheus() {
        Tool promtool = Tool.require("promtool");

        assertThat(promtool.run(FOLDER, List.of("check", "config", "prometheus.yml", "prometheus-local.yml")))
                .matches(Tool.Ended::isGood);
        assertThat(promtool.run(FOLDER, List.of("check", "rules", "alerts.yml")))
                .matches(Tool.Ended::isGood);
    }

    @Test
    void fireWhenTheyShouldAndAreSilentWhenNot() {
        Tool promtool = Tool.require("promtool");

        assertThat(promtool.run(
                        FOLDER,
                        Stream.concat(Stream.of("test", "rules"), TESTS.stream())
                                .toList()))
                .matches(Tool.Ended::isGood);
    }

    @Test
    void sayHowBadItIsWhatItIsInTwoLanguagesAndWhereToReadOn() throws IOException {
        assertThat(faults(StrictYaml.read(FOLDER.resolve("alerts.yml")), anchors()))
                .isEmpty();
    }

    @Test
    void areEachTested() throws IOException {
        assertThat(names(StrictYaml.read(FOLDER.resolve("alerts.yml"))))
                .isSubsetOf(tested())
                .hasSizeGreaterThan(15);
    }

    @Test
    void findsAPlantedAlertThatHelpsNobody() throws IOException {
        Map<String, Object> planted = StrictYaml.read("""
            groups:
              - name: planted
                rules:
                  - alert: Nameless
                    expr: up == 0
                    labels: { severity: urgent }
                    annotations: { summary: something is wrong, runbook: docs/runbook.md#nowhere }
            """);

        assertThat(faults(planted, anchors()))
                .containsExactly(
                        "Nameless: severity urgent",
                        "Nameless: summary in one language",
                        "Nameless: no page docs/runbook.md#nowhere");
        assertThat(tested()).doesNotContain("Nameless");
    }

    private static List<String> faults(Map<String, Object> rules, Set<String> anchors) {
        List<String> faults = new ArrayList<>();
        for (Map<String, Object> alert : alerts(rules)) {
            String name = String.valueOf(alert.get("alert"));
            Map<String, Object> annotations = StrictYaml.map(alert.get("annotations"));
            String severity = String.valueOf(StrictYaml.map(alert.get("labels")).get("severity"));
            if (!Set.of("critical", "warning").contains(severity)) {
                faults.add(name + ": severity " + severity);
            }
            if (!BILINGUAL.matcher(String.valueOf(annotations.get("summary"))).matches()) {
                faults.add(name + ": summary in one language");
            }
            String page = String.valueOf(annotations.get("runbook"));
            if (!anchors.contains(page)) {
                faults.add(name + ": no page " + page);
            }
        }
        return faults;
    }

    private static Set<String> anchors() throws IOException {
        try (Stream<String> lines = Files.lines(RepositoryFolder.root().resolve("docs/runbook.md"))) {
            return lines.filter(line -> line.startsWith("## "))
                    .map(line -> "docs/runbook.md#" + line.substring(3))
                    .collect(Collectors.toSet());
        }
    }

    private static Set<String> tested() throws IOException {
        StringBuilder text = new StringBuilder();
        for (String file : TESTS) {
            text.append(Files.readString(FOLDER.resolve(file)));
        }
        return TESTED.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static List<String> names(Map<String, Object> rules) {
        return alerts(rules).stream()
                .map(alert -> String.valueOf(alert.get("alert")))
                .toList();
    }

    private static List<Map<String, Object>> alerts(Map<String, Object> rules) {
        return StrictYaml.list(rules.get("groups")).stream()
                .flatMap(group -> StrictYaml.list(StrictYaml.map(group).get("rules")).stream())
                .map(StrictYaml::map)
                .toList();
    }
}
