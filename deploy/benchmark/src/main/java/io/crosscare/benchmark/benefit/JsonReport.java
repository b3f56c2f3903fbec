package io.crosscare.benchmark.benefit;

import io.crosscare.benchmark.benefit.Findings.Bar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Everything a run found, iteration by iteration, for machines: nothing is rounded and no median is taken. */
final class JsonReport {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Findings findings;

    JsonReport(Findings findings) {
        this.findings = findings;
    }

    void write(Path file) throws IOException {
        Files.writeString(file, JSON.writeValueAsString(tree()) + "\n");
    }

    ObjectNode tree() {
        ObjectNode root = JSON.createObjectNode();
        Settings settings = findings.settings();
        root.putObject("settings")
                .put("forks", settings.forks())
                .put("warmUps", settings.warmUps())
                .put("iterations", settings.iterations())
                .put("millis", settings.millis())
                .put("seed", settings.seed())
                .put("isSmokeRun", findings.isSmokeRun());
        Machine machine = findings.machine();
        root.putObject("machine")
                .put("processors", machine.processors())
                .put("system", machine.system())
                .put("jdk", machine.jdk())
                .put("collector", machine.collector())
                .put("load", machine.load());
        root.putObject("agreement")
                .put("split", findings.agreement().split())
                .put("refused", findings.agreement().refused());
        ArrayNode cases = root.putArray("cases");
        findings.cases().forEach((measured, found) -> add(cases.addObject(), measured, found));
        return root;
    }

    private void add(ObjectNode node, Case measured, Found found) {
        node.put("what", measured.what().name())
                .put("insured", measured.insured().name())
                .put("lines", measured.lines());
        numbers(node.putArray("billsPerSecond"), found.perSecond());
        numbers(node.putArray("bytesPerBill"), found.bytes());
        findings.comparison(measured)
                .ifPresent(beside ->
                        node.put("timesDrools", beside.times()).put("shareOfDroolsBytes", beside.bytesShare()));
        findings.bar(measured).ifPresent(bar -> add(node.putObject("bar"), bar));
    }

    private static void add(ObjectNode node, Bar bar) {
        node.put("needed", bar.needed()).put("reached", bar.reached()).put("isPassed", bar.isPassed());
    }

    private static void numbers(ArrayNode array, List<Double> numbers) {
        numbers.forEach(array::add);
    }
}
