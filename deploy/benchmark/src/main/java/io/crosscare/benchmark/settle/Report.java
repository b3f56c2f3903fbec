package io.crosscare.benchmark.settle;

import io.crosscare.benchmark.measure.Spread;
import io.crosscare.benchmark.report.Table;
import io.crosscare.benchmark.settle.Settings.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What people read at the end. Figures are medians of the rounds with the lowest and the highest round beside them. */
final class Report {

    private static final List<Integer> PER_MILLES = List.of(500, 900, 990, 1_000);
    private static final double LATE_MILLIS_MAX = 5;

    private static final double GENERATOR_SHARE_MAX = 0.25;

    private final Findings findings;
    private final Figures figures;
    private final StringBuilder text = new StringBuilder();

    Report(Findings findings) {
        this.findings = findings;
        this.figures = new Figures(findings);
    }

    String text() {
        Settings settings = findings.settings();
        line("");
        line("%s · %d 轮，每次 %d 秒，每单 %d 条明细，%,d 人；预热 %,d 个请求"
                .formatted(
                        isFlow() ? "全程（登记、明细、预结算、结算）" : "只测结算（就诊事先备好）",
                        settings.rounds(),
                        settings.seconds(),
                        settings.lines(),
                        settings.persons(),
                        findings.warmUpRequests()));
        line(
                "%s · %d rounds of %d s, %d lines a bill, %,d persons, %,d warm-up requests; median (min–max) of the rounds"
                        .formatted(
                                settings.mode() == Settings.Mode.SETTLE
                                        ? "settle alone, visits prepared"
                                        : "whole flow",
                                settings.rounds(),
                                settings.seconds(),
                                settings.lines(),
                                settings.persons(),
                                findings.warmUpRequests()));
        line("%d processors, JDK %s, started %s"
                .formatted(
                        findings.setting().processors(),
                        findings.setting().jdk(),
                        findings.setting().startedAt()));
        rates();
        latencies();
        processors();
        raw();
        memory();
        cautions();
        verdict();
        return text.toString();
    }

    private void rates() {
        line("");
        line("每秒结算 · settlements per second");
        Table table = new Table().row(List.of("", "每秒 /s", "生成器迟到 p99 ms generator late", "错误 errors"));
        for (Case measured : findings.measurements().keySet()) {
            table.row(List.of(
                    nameOf(measured),
                    shown(figures.perSecond(measured), 1),
                    figures.lateMillis(measured).map(late -> shown(late, 2)).orElse("–"),
                    "%,d".formatted(figures.errors(measured))));
        }
        text.append(table.text());
    }

    private void latencies() {
        for (Step step : findings.settings().mode().steps()) {
            line("");
            line("%s的时延，毫秒，从应开始的时刻算起 · latency of %s in ms, from when it was due".formatted(step.zh(), step.en()));
            Table table = new Table().row(List.of("", "p50", "p90", "p99", "最大 max"));
            for (Case measured : findings.measurements().keySet()) {
                List<String> row = new ArrayList<>(List.of(nameOf(measured)));
                for (int perMille : PER_MILLES) {
                    row.add(figures.millis(measured, step, perMille)
                            .map(millis -> shown(millis, 1))
                            .orElse("–"));
                }
                table.row(row);
            }
            text.append(table.text());
        }
    }

    private void processors() {
        line("");
        line("每%s的处理器微秒（已减去空闲时的用量） · processor µs per %s, what is used at rest taken off"
                .formatted(isFlow() ? "次全程" : "笔结算", isFlow() ? "flow" : "settlement"));
        List<String> header = new ArrayList<>(List.of(""));
        header.addAll(findings.suite());
        header.addAll(List.of("系统合计 whole suite", "不减空闲 gross", "本程序 this program"));
        Table table = new Table().row(header);
        for (Case measured : findings.measurements().keySet()) {
            List<String> row = new ArrayList<>(List.of(nameOf(measured)));
            for (String process : findings.suite()) {
                row.add("%,.0f"
                        .formatted(figures.netMicros(measured, Set.of(process)).median()));
            }
            row.add(shown(figures.netMicros(measured, findings.suite()), 0));
            row.add(shown(figures.grossMicros(measured, findings.suite()), 0));
            row.add("%,.0f".formatted(figures.generatorMicros(measured).median()));
            table.row(row);
        }
        List<String> rest = new ArrayList<>(List.of("空闲，处理器的百分数 · at rest, % of a processor"));
        for (String process : findings.suite()) {
            rest.add(percent(findings.rest().processors(Set.of(process))));
        }
        rest.addAll(List.of(percent(findings.rest().processors(findings.suite())), "", ""));
        text.append(table.row(rest).text());
    }

    private boolean isFlow() {
        return findings.settings().mode() == Settings.Mode.FLOW;
    }

    private static String percent(double share) {
        return "%.1f %%".formatted(100 * share);
    }

    private void raw() {
        for (int inFlight : findings.raw().keySet()) {
            line("");
            line(
                    "直接写入同样的记录（%,d 字节），并发 %d · raw durable inserts of the same entries (%,d bytes), %d in flight: %s /s, %s µs of the store each"
                            .formatted(
                                    findings.entryBytes(),
                                    inFlight,
                                    findings.entryBytes(),
                                    inFlight,
                                    shown(figures.rawPerSecond(inFlight), 0),
                                    shown(figures.rawStoreMicros(inFlight), 0)));
        }
        for (Case measured : findings.measurements().keySet()) {
            Optional<Spread> ratio = figures.ratio(measured);
            ratio.ifPresent(found -> line("比值 ratio, %s: %s".formatted(nameOf(measured), shown(found, 3))));
        }
    }

    private void memory() {
        line("");
        line("常驻内存与回收停顿 · resident memory, and collector pauses as a share of the time");
        Table table = new Table().row(List.of("", "MiB", "停顿 pauses"));
        findings.residentMib().forEach((process, mib) -> {
            Double pauses = findings.pauses().get(process);
            table.row(List.of(process, "%,d".formatted(mib), pauses == null ? "–" : percent(pauses)));
        });
        text.append(table.text());
    }

    /** What a reader must know before believing the figures. */
    private void cautions() {
        line("");
        Cautions.of(findings.setting(), findings.restless(), figures.otherProcessors())
                .forEach(this::line);
        for (Case measured : findings.measurements().keySet()) {
            boolean isLate = figures.lateMillis(measured)
                    .filter(late -> late.median() > LATE_MILLIS_MAX)
                    .isPresent();
            double suite = figures.grossMicros(measured, findings.suite()).median();
            boolean isCostly = figures.generatorMicros(measured).median() > suite * GENERATOR_SHARE_MAX;
            if (isLate || isCostly) {
                line("注意：%s，本程序自身可能是瓶颈 · this program may itself be the limit".formatted(nameOf(measured)));
            }
        }
    }

    private void verdict() {
        line("");
        findings.verdict().lines(findings.errors()).forEach(this::line);
    }

    private String nameOf(Case measured) {
        String name = measured.load().zh() + " · " + measured.load().en();
        return findings.settings().throughs().size() == 1
                ? name
                : name + " · " + measured.through().zh();
    }

    private String shown(Spread spread, int decimals) {
        return findings.settings().rounds() == 1
                ? ("%,." + decimals + "f").formatted(spread.median())
                : spread.text(decimals);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
