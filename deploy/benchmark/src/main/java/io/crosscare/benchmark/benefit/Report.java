package io.crosscare.benchmark.benefit;

import io.crosscare.benchmark.benefit.Findings.Bar;
import io.crosscare.benchmark.measure.Spread;
import io.crosscare.benchmark.report.Table;
import java.util.List;

/** What people read at the end: one row for each case, then what the figures mean and what they were made on. */
final class Report {

    private final Findings findings;

    Report(Findings findings) {
        this.findings = findings;
    }

    String text() {
        Table table = new Table()
                .row(List.of("条数与用例 lines, case", "每秒每核 /s and core", "字节 bytes", "× Drools", "字节比 % bytes", "门槛 bar"));
        findings.cases().forEach((measured, found) -> table.row(row(measured, found)));
        return "\n" + table.text() + "\n" + legend();
    }

    private List<String> row(Case measured, Found found) {
        return List.of(
                measured.name(),
                shown(found.rate()),
                "%,.0f".formatted(found.allocation().median()),
                findings.comparison(measured)
                        .map(beside -> "%.1f ×".formatted(beside.times()))
                        .orElse(""),
                findings.comparison(measured)
                        .map(beside -> "%.1f %%".formatted(beside.bytesShare() * 100))
                        .orElse(""),
                findings.bar(measured).map(Report::shown).orElse(""));
    }

    private static String shown(Spread rate) {
        return "%,.0f (%,.0f–%,.0f)".formatted(rate.median(), rate.min(), rate.max());
    }

    private static String shown(Bar bar) {
        String needed = bar.of().what() == Case.What.AMOUNTS_BESIDE_DROOLS
                ? "%.0f ×".formatted(bar.needed())
                : "%,.0f".formatted(bar.needed());
        return needed + (bar.isPassed() ? " 达到 passed" : " 未达 missed");
    }

    private String legend() {
        Settings settings = findings.settings();
        Machine machine = findings.machine();
        StringBuilder text = new StringBuilder();
        text.append("%d 个进程 × %d 轮 × %d 毫秒, 单线程; 中位数 (最小–最大)%n"
                .formatted(settings.forks(), settings.iterations(), settings.millis()));
        text.append("%d processes × %d iterations of %d ms, one thread; median (min–max) of all of them%n"
                .formatted(settings.forks(), settings.iterations(), settings.millis()));
        text.append("只算数额不留各步, 与 Drools 的规则相当; 计算含各步的规则和算子 (Step), 不含文字; 文字说明是中英文全部文字" + " (Explanation), 由各步当场写成\n");
        text.append(
                "amounts alone are the same calculation without its steps, which is what the rules of Drools give\n");
        text.append(
                "a split has its steps, the rules and their operands (Step), and no text; the explanation is every text"
                        + " in both languages (Explanation), written from the steps on demand\n");
        text.append("%,d 张账单两边相同 (%,d 张结算, %,d 张拒付) · the two agreed on %,d bills (%,d split, %,d refused)%n"
                .formatted(
                        settings.agreed(),
                        findings.agreement().split(),
                        findings.agreement().refused(),
                        settings.agreed(),
                        findings.agreement().split(),
                        findings.agreement().refused()));
        text.append("%d 核 processors, %s, JDK %s, %s%n"
                .formatted(machine.processors(), machine.system(), machine.jdk(), machine.collector()));
        if (!machine.isAtRest()) {
            text.append("注意: 开始时机器不空闲 (负载 %.1f), 数字不可信 · the machine was not at rest (load %.1f): do not trust this%n"
                    .formatted(machine.load(), machine.load()));
        }
        if (findings.isSmokeRun()) {
            text.append("试跑: 数字不作数, 不论门槛 · a smoke run: its figures say nothing, no bar is held\n");
        }
        return text.toString();
    }
}
