package io.crosscare.benchmark.settle;

import io.crosscare.benchmark.report.JsonFile;
import io.crosscare.benchmark.settle.Settings.Case;
import io.crosscare.benchmark.settle.Settings.Load;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Everything a run found, round by round, for machines: nothing is rounded and no median is taken. */
final class JsonReport {

    private final Findings findings;

    JsonReport(Findings findings) {
        this.findings = findings;
    }

    ObjectNode tree() {
        ObjectNode root = JsonFile.begin();
        Settings settings = findings.settings();
        root.putObject("settings")
                .put("mode", settings.mode().name())
                .put("rounds", settings.rounds())
                .put("seconds", settings.seconds())
                .put("rawSeconds", settings.rawSeconds())
                .put("warmUpRequests", findings.warmUpRequests())
                .put("persons", settings.persons())
                .put("lines", settings.lines())
                .put("seed", settings.seed());
        JsonParts.setting(root.putObject("setting"), findings.setting());
        JsonParts.use(root.putObject("rest"), findings.rest());
        root.put("restless", findings.restless());
        ArrayNode cases = root.putArray("cases");
        findings.measurements().forEach((measured, rounds) -> add(cases.addObject(), measured, rounds));
        ArrayNode raw = root.putArray("rawInserts");
        findings.raw().forEach((inFlight, rounds) -> addRaw(raw.addObject(), inFlight, rounds));
        root.put("entryBytes", findings.entryBytes());
        ObjectNode memory = root.putObject("residentMib");
        findings.residentMib().forEach(memory::put);
        ObjectNode pauses = root.putObject("collectorPauseShare");
        findings.pauses().forEach(pauses::put);
        ObjectNode errors = root.putObject("errors");
        findings.errors().forEach(errors::put);
        JsonParts.checks(root.putArray("checks"), findings.verdict());
        root.put("isValid", findings.verdict().isValid());
        return root;
    }

    private static void add(ObjectNode node, Case measured, List<Measurement> rounds) {
        node.put("through", measured.through().name());
        switch (measured.load()) {
            case Load.AtRate(int perSecond) -> node.put("perSecond", perSecond);
            case Load.Saturated(int inFlight) -> node.put("inFlight", inFlight);
        }
        JsonParts.rounds(node.putArray("rounds"), rounds);
    }

    private static void addRaw(ObjectNode node, int inFlight, List<RawInserts.Result> rounds) {
        ArrayNode all = node.put("inFlight", inFlight).putArray("rounds");
        for (RawInserts.Result round : rounds) {
            ObjectNode one =
                    all.addObject().put("inserted", round.inserted()).put("insertsPerSecond", round.perSecond());
            JsonParts.use(one.putObject("processors"), round.use());
        }
    }
}
