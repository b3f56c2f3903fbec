package io.crosscare.benchmark.settle;

import io.crosscare.benchmark.measure.Latencies;
import io.crosscare.benchmark.report.JsonFile;
import io.crosscare.benchmark.report.Table;
import io.crosscare.benchmark.settle.SickNeighbourFindings.Episode;
import io.crosscare.benchmark.settle.SickNeighbourFindings.Recovery;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What people read at the end, phase by phase; and what machines read, unrounded. */
final class SickNeighbourReport {

    private static final int MEDIAN = 500;
    private static final int P99 = 990;
    private static final int MAX = 1_000;
    private static final String NONE = "–";

    private final SickNeighbourFindings findings;
    private final StringBuilder text = new StringBuilder();

    SickNeighbourReport(SickNeighbourFindings findings) {
        this.findings = findings;
    }

    // for people

    String text() {
        SickNeighbourSettings settings = findings.settings();
        line("");
        line("邻居不应答 · 每秒 %d 笔，%s %d 秒，其间各 %d 秒"
                .formatted(
                        settings.rate(),
                        settings.isDown() ? "杀死后" : "暂停",
                        settings.sickSeconds(),
                        settings.wellSeconds()));
        line("a sick neighbour · %d settlements/s; each is %s for %d s, and %d s follow"
                .formatted(
                        settings.rate(),
                        settings.isDown() ? "killed and down" : "suspended",
                        settings.sickSeconds(),
                        settings.wellSeconds()));
        line("%d processors, JDK %s, started %s"
                .formatted(
                        findings.setting().processors(),
                        findings.setting().jdk(),
                        findings.setting().startedAt()));
        line("");
        phases();
        line("生成器迟到 generator late, p99 ms: %.1f".formatted(SickNeighbourFindings.millis(findings.late(), P99)));
        if (!findings.setting().isForLoad()) {
            line("注意：系统不是以 up --load 启动的，数字不说明速度 · the suite was not started with up --load; the figures say nothing"
                    + " about speed");
        }
        line("");
        findings.verdict().lines(findings.errors()).forEach(this::line);
        return text.toString();
    }

    private void phases() {
        Table table = new Table()
                .row(List.of(
                        "阶段 phase",
                        "结算 settled",
                        "其他 other",
                        "p50 ms",
                        "p99 ms",
                        "max ms",
                        "其他最慢 slowest other",
                        "首笔 first good s",
                        "末个其他 last other s",
                        "最旧副本 oldest copy s"));
        findings.settings().phases().forEach(phase -> table.row(row(phase)));
        text.append(table.text());
        for (Phase phase : findings.settings().phases()) {
            SickNeighbourFindings.byLabel(findings.of(phase)).forEach((label, count) -> {
                if (!label.equals(Reply.SETTLED)) {
                    line("  %s %s: %,d × %s".formatted(phase.zh(), phase.en(), count, label));
                }
            });
        }
    }

    private List<String> row(Phase phase) {
        List<Reply> replies = findings.of(phase);
        Latencies settled = SickNeighbourFindings.settled(replies);
        Latencies others = Latencies.ofNanos(replies.stream()
                .filter(reply -> !reply.isSettled())
                .mapToLong(Reply::tookNanos)
                .toArray());
        Recovery recovery = phase instanceof Phase.After after ? findings.recovery(after) : null;
        Double firstGood = recovery == null ? null : recovery.firstGoodSeconds();
        return List.of(
                phase.zh() + " " + phase.en(),
                "%,d".formatted(settled.count()),
                "%,d".formatted(others.count()),
                millis(settled, MEDIAN),
                millis(settled, P99),
                millis(settled, MAX),
                millis(others, MAX),
                firstGood == null ? NONE : "%.2f".formatted(firstGood),
                recovery == null ? NONE : "%.2f".formatted(recovery.lastOtherSeconds()),
                phase instanceof Phase.Sick sick ? copyAge(sick) : NONE);
    }

    private String copyAge(Phase.Sick sick) {
        return findings.episodes().stream()
                .filter(episode -> episode.neighbour() == sick.neighbour())
                .map(episode -> "%.0f".formatted(episode.oldestCopySeconds()))
                .findFirst()
                .orElse(NONE);
    }

    private static String millis(Latencies latencies, int perMille) {
        return latencies.count() == 0 ? NONE : "%,.1f".formatted(SickNeighbourFindings.millis(latencies, perMille));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    // for machines

    ObjectNode tree() {
        ObjectNode root = JsonFile.begin();
        SickNeighbourSettings settings = findings.settings();
        root.putObject("settings")
                .put("rate", settings.rate())
                .put("wellSeconds", settings.wellSeconds())
                .put("sickSeconds", settings.sickSeconds())
                .put("isDown", settings.isDown())
                .put("warmUp", settings.warmUp())
                .put("persons", settings.persons())
                .put("barMillis", settings.barMillis())
                .put("seed", settings.seed())
                .put("isTrial", settings.isTrial());
        JsonParts.setting(root.putObject("setting"), findings.setting());
        ArrayNode phases = root.putArray("phases");
        settings.phases().forEach(phase -> add(phases.addObject(), phase));
        JsonParts.percentiles(root.putObject("generatorLateMicros"), findings.late());
        ObjectNode errors = root.putObject("errors");
        findings.errors().forEach(errors::put);
        Verdict verdict = findings.verdict();
        JsonParts.checks(root.putArray("checks"), verdict);
        root.put("isValid", verdict.isValid());
        return root;
    }

    private void add(ObjectNode node, Phase phase) {
        List<Reply> replies = findings.of(phase);
        node.put("fromSecond", phase.fromSecond()).put("seconds", phase.seconds());
        ObjectNode answers = node.putObject("answers");
        SickNeighbourFindings.byLabel(replies).forEach(answers::put);
        JsonParts.percentiles(node.putObject("settledMicros"), SickNeighbourFindings.settled(replies));
        switch (phase) {
            case Phase.Well _ -> node.put("phase", "WELL");
            case Phase.Sick sick -> {
                node.put("phase", "SICK").put("neighbour", sick.neighbour().name());
                findings.episodes().stream()
                        .filter(episode -> episode.neighbour() == sick.neighbour())
                        .mapToDouble(Episode::oldestCopySeconds)
                        .forEach(seconds -> node.put("oldestCopySeconds", seconds));
            }
            case Phase.After after -> {
                node.put("phase", "AFTER").put("neighbour", after.neighbour().name());
                Recovery recovery = findings.recovery(after);
                if (recovery != null) {
                    node.put("firstGoodSeconds", recovery.firstGoodSeconds())
                            .put("lastOtherSeconds", recovery.lastOtherSeconds());
                }
            }
        }
    }
}
