package io.crosscare.benchmark.benefit;

import io.crosscare.benchmark.benefit.Findings.Bar;
import io.crosscare.benchmark.report.JsonFile;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Everything a run found, iteration by iteration, for machines: nothing is rounded and no median is taken. */
final class JsonReport {

    private final Findings findings;

    JsonReport(Findings findings) {
        this.findings = findings;
    }

    ObjectNode tree() {
        ObjectNode root = JsonFile.begin();
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
        JsonFile.numbers(node.putArray("billsPerSecond"), found.perSecond());
        JsonFile.numbers(node.putArray("bytesPerBill"), found.bytes());
        findings.comparison(measured)
                .ifPresent(beside ->
                        node.put("timesDrools", beside.times()).put("shareOfDroolsBytes", beside.bytesShare()));
        findings.bar(measured).ifPresent(bar -> add(node.putObject("bar"), bar));
    }

    private static void add(ObjectNode node, Bar bar) {
        node.put("needed", bar.needed()).put("reached", bar.reached()).put("isPassed", bar.isPassed());
    }
}
