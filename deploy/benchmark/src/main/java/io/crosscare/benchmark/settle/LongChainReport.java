package io.crosscare.benchmark.settle;

import io.crosscare.benchmark.report.JsonFile;
import io.crosscare.benchmark.report.Table;
import io.crosscare.benchmark.settle.LongChainFindings.Comparison;
import io.crosscare.benchmark.settle.LongChainFindings.Side;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What people read at the end, medians of the rounds with the lowest and the highest round beside them; and what machines read,
 * every round and nothing rounded.
 */
final class LongChainReport {

    private final LongChainFindings findings;
    private final StringBuilder text = new StringBuilder();

    LongChainReport(LongChainFindings findings) {
        this.findings = findings;
    }

    // for people

    String text() {
        LongChainSettings settings = findings.settings();
        line("");
        line("长链结算 · %d 轮，每次 %,d 笔，%d 人，并发 %d；预热共 %,d 个请求"
                .formatted(
                        settings.rounds(),
                        settings.settlements(),
                        settings.persons(),
                        settings.inFlight(),
                        findings.warmUpRequests()));
        line(
                "long chains · %d rounds of %,d settlements of %d persons, %d in flight; %,d warm-up requests in all; median (min–max) of the rounds"
                        .formatted(
                                settings.rounds(),
                                settings.settlements(),
                                settings.persons(),
                                settings.inFlight(),
                                findings.warmUpRequests()));
        line("%d processors, JDK %s, started %s"
                .formatted(
                        findings.setting().processors(),
                        findings.setting().jdk(),
                        findings.setting().startedAt()));
        findings.comparisons().forEach(this::comparison);
        line("");
        Cautions.of(findings.setting(), findings.restless(), findings.otherProcessors())
                .forEach(this::line);
        line("");
        findings.verdict().lines(findings.errors()).forEach(this::line);
        return text.toString();
    }

    private void comparison(Comparison comparison) {
        line("");
        line("按%s比较，每笔结算的处理器微秒（已减去空闲时的用量） · by %s, processor µs per settlement, what is used at rest taken off"
                .formatted(comparison.part().zh(), comparison.part().en()));
        Side many = comparison.many();
        Side few = comparison.few();
        Table table = new Table()
                .row(List.of(
                        comparison.part().zh() + " " + comparison.part().en(),
                        "%,d".formatted(many.entries()),
                        "%,d".formatted(few.entries())));
        for (String process : many.processes()) {
            Set<String> one = Set.of(process);
            table.row(List.of(
                    process, many.netMicros(one).text(0), few.netMicros(one).text(0)));
        }
        text.append(table.row(List.of(
                        "系统合计 whole suite",
                        many.netMicros().text(0),
                        few.netMicros().text(0)))
                .row(List.of(
                        "不减空闲 gross",
                        many.grossMicros().text(0),
                        few.grossMicros().text(0)))
                .row(List.of("每秒 /s", many.perSecond().text(0), few.perSecond().text(0)))
                .row(List.of("库中记录 in the store", stored(many), stored(few)))
                .text());
        line("比值（逐轮） ratio, round by round: %s；门槛 bar %.2f%s"
                .formatted(comparison.ratio().text(3), comparison.part().ratioMax(), verdictOn(comparison)));
    }

    private String verdictOn(Comparison comparison) {
        if (findings.settings().isTrial()) {
            return "，试跑不论 not held in a short run";
        }
        return comparison.isPassed() ? " ✓" : " ✗";
    }

    /** Before and after the rounds. */
    private static String stored(Side side) {
        return "%,d → %,d".formatted(side.storedBefore(), side.storedAfter());
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    // for machines

    ObjectNode tree() {
        ObjectNode root = JsonFile.begin();
        LongChainSettings settings = findings.settings();
        root.putObject("settings")
                .put("rounds", settings.rounds())
                .put("persons", settings.persons())
                .put("settlements", settings.settlements())
                .put("inFlight", settings.inFlight())
                .put("warmUpRequests", findings.warmUpRequests())
                .put("seed", settings.seed())
                .put("isTrial", settings.isTrial());
        JsonParts.setting(root.putObject("setting"), findings.setting());
        root.put("restless", findings.restless());
        ArrayNode comparisons = root.putArray("comparisons");
        findings.comparisons().forEach(comparison -> add(comparisons.addObject(), comparison));
        ObjectNode errors = root.putObject("errors");
        findings.errors().forEach(errors::put);
        JsonParts.checks(root.putArray("checks"), findings.verdict());
        root.put("isValid", findings.verdict().isValid());
        return root;
    }

    private static void add(ObjectNode node, Comparison comparison) {
        node.put("by", comparison.part().name());
        add(node.putObject("many"), comparison.many());
        add(node.putObject("few"), comparison.few());
        node.putObject("ratio")
                .put("median", comparison.ratio().median())
                .put("min", comparison.ratio().min())
                .put("max", comparison.ratio().max())
                .put("bar", comparison.part().ratioMax())
                .put("isPassed", comparison.isPassed());
    }

    private static void add(ObjectNode node, Side side) {
        node.put("entries", side.entries())
                .put("storedBefore", side.storedBefore())
                .put("storedAfter", side.storedAfter());
        JsonParts.use(node.putObject("rest"), side.rest());
        JsonParts.rounds(node.putArray("rounds"), side.rounds());
    }
}
