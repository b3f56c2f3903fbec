package io.crosscare.benchmark.settle;

import io.crosscare.benchmark.measure.Latencies;
import io.crosscare.benchmark.measure.ProcessorUse;
import io.crosscare.benchmark.settle.Settings.Case;
import io.crosscare.benchmark.settle.Settings.Load;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Everything a run found, round by round, for machines: nothing is rounded and no median is taken. */
final class JsonReport {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final List<Integer> PER_MILLES = List.of(500, 900, 990, 999, 1_000);

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
                .put("mode", settings.mode().name())
                .put("rounds", settings.rounds())
                .put("seconds", settings.seconds())
                .put("rawSeconds", settings.rawSeconds())
                .put("warmUpRequests", findings.warmUpRequests())
                .put("persons", settings.persons())
                .put("lines", settings.lines())
                .put("seed", settings.seed());
        root.putObject("setting")
                .put("startedAt", findings.setting().startedAt())
                .put("processors", findings.setting().processors())
                .put("jdk", findings.setting().jdk())
                .put("isForLoad", findings.setting().isForLoad());
        use(root.putObject("rest"), findings.rest());
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
        ArrayNode checks = root.putArray("checks");
        for (Verdict.Check check : findings.verdict().checks()) {
            checks.addObject()
                    .put("check", check.en())
                    .put("holds", check.holds())
                    .put("found", check.found());
        }
        root.put("isValid", findings.verdict().isValid());
        return root;
    }

    private static void add(ObjectNode node, Case measured, List<Measurement> rounds) {
        node.put("through", measured.through().name());
        switch (measured.load()) {
            case Load.AtRate(int perSecond) -> node.put("perSecond", perSecond);
            case Load.Saturated(int inFlight) -> node.put("inFlight", inFlight);
        }
        ArrayNode all = node.putArray("rounds");
        for (Measurement round : rounds) {
            ObjectNode one = all.addObject()
                    .put("answered", round.answered())
                    .put("seconds", round.seconds())
                    .put("errors", round.errors())
                    .put("settlementsPerSecond", round.perSecond());
            ObjectNode latencies = one.putObject("latencyMicros");
            round.latencies().forEach((step, found) -> percentiles(latencies.putObject(step.name()), found));
            Latencies late = round.late();
            if (late != null) {
                percentiles(one.putObject("generatorLateMicros"), late);
            }
            use(one.putObject("processors"), round.use());
        }
    }

    private static void addRaw(ObjectNode node, int inFlight, List<RawInserts.Result> rounds) {
        ArrayNode all = node.put("inFlight", inFlight).putArray("rounds");
        for (RawInserts.Result round : rounds) {
            ObjectNode one =
                    all.addObject().put("inserted", round.inserted()).put("insertsPerSecond", round.perSecond());
            use(one.putObject("processors"), round.use());
        }
    }

    private static void percentiles(ObjectNode node, Latencies latencies) {
        node.put("count", latencies.count());
        if (latencies.count() > 0) {
            for (int perMille : PER_MILLES) {
                node.put("at" + perMille, latencies.nanosAt(perMille) / 1_000);
            }
        }
    }

    private static void use(ObjectNode node, ProcessorUse use) {
        node.put("seconds", use.seconds()).put("othersMicros", use.otherMicros());
        ObjectNode micros = node.putObject("micros");
        use.micros().keySet().stream().sorted().forEach(name -> micros.put(name, use.of(name)));
    }
}
