package io.crosscare.benchmark.settle;

import io.crosscare.benchmark.measure.Latencies;
import io.crosscare.benchmark.measure.ProcessorUse;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the reports for machines have in common. */
final class JsonParts {

    private static final List<Integer> PER_MILLES = List.of(500, 900, 990, 999, 1_000);

    private JsonParts() {}

    static void setting(ObjectNode node, Findings.Setting setting) {
        node.put("startedAt", setting.startedAt())
                .put("processors", setting.processors())
                .put("jdk", setting.jdk())
                .put("isForLoad", setting.isForLoad());
    }

    static void checks(ArrayNode array, Verdict verdict) {
        for (Verdict.Check check : verdict.checks()) {
            array.addObject()
                    .put("check", check.en())
                    .put("holds", check.holds())
                    .put("found", check.found());
        }
    }

    static void rounds(ArrayNode array, List<Measurement> rounds) {
        for (Measurement round : rounds) {
            ObjectNode one = array.addObject()
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

    static void use(ObjectNode node, ProcessorUse use) {
        node.put("seconds", use.seconds()).put("othersMicros", use.otherMicros());
        ObjectNode micros = node.putObject("micros");
        use.micros().keySet().stream().sorted().forEach(name -> micros.put(name, use.of(name)));
    }

    static void percentiles(ObjectNode node, Latencies latencies) {
        node.put("count", latencies.count());
        if (latencies.count() > 0) {
            for (int perMille : PER_MILLES) {
                node.put("at" + perMille, latencies.nanosAt(perMille) / 1_000);
            }
        }
    }
}
