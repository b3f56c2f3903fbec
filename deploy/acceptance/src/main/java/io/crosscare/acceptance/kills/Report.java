package io.crosscare.acceptance.kills;

import io.crosscare.acceptance.Audit;
import io.crosscare.acceptance.Columns;
import io.crosscare.acceptance.kills.Resolved.End;
import io.crosscare.acceptance.kills.Resolved.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a run came to.
 *
 * @param manner how they were ended
 * @param kills how often each process was killed
 * @param intents what was asked for, pressing again not counted
 * @param unknown what was never answered
 * @param resolved what became of the unknown ones
 */
public record Report(
        long seed,
        Manner manner,
        Map<String, Integer> kills,
        int intents,
        int unknown,
        List<Resolved> resolved,
        List<Finding> findings,
        Audit audit) {

    private static final int NAME_WIDTH = 34;
    private static final int SHOWN_MAX = 20;

    public Report {
        kills = Map.copyOf(kills);
        resolved = List.copyOf(resolved);
        findings = List.copyOf(findings);
    }

    /** Nothing lost, doubled, changed or left unknown, and the auditor agrees. */
    public boolean isClean() {
        return findings.isEmpty() && audit.isClean();
    }

    /** Line by line, for people. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(row("种子 seed", seed, ""));
        lines.add(row(manner.zh() + " " + manner.command(), total(), byName()));
        lines.add(row("请求 intents", intents, ""));
        lines.add(row("有应答 answered", intents - unknown, ""));
        lines.add(row("无应答 unknown", unknown, ""));
        lines.add(row("  已办成 done", count(End.DONE), ways(End.DONE)));
        lines.add(row("  被拒 refused", count(End.REFUSED), ways(End.REFUSED)));
        lines.add(row("  作废 void", count(End.VOIDED), ways(End.VOIDED)));
        for (Finding.Kind kind : Finding.Kind.values()) {
            lines.add(row(kind.zh() + " " + kind.en(), of(kind).size(), ""));
        }
        lines.add(row("审计 audit", audit.held(), "invariants held, " + audit.state()));
        findings.stream()
                .limit(SHOWN_MAX)
                .forEach(finding -> lines.add("✗ " + finding.kind().zh() + " " + finding.text()));
        audit.invariants()
                .forEach(invariant -> invariant.violations().stream()
                        .limit(SHOWN_MAX)
                        .forEach(violation -> lines.add("✗ " + invariant.id() + " " + violation)));
        lines.add("kills: %d × %s, %d lost, %d doubled, %s"
                .formatted(
                        total(),
                        manner.command(),
                        of(Finding.Kind.LOST).size(),
                        of(Finding.Kind.DOUBLED).size(),
                        isClean() ? "clean" : "NOT CLEAN"));
        return lines;
    }

    private int total() {
        return kills.values().stream().mapToInt(Integer::intValue).sum();
    }

    private String byName() {
        return kills.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "));
    }

    private long count(End end) {
        return resolved.stream().filter(each -> each.end() == end).count();
    }

    private String ways(End end) {
        List<String> ways = new ArrayList<>();
        for (Way way : Way.values()) {
            long count = resolved.stream()
                    .filter(each -> each.end() == end && each.way() == way)
                    .count();
            if (count > 0) {
                ways.add(way.zh() + " " + way.en() + " " + count);
            }
        }
        return String.join(", ", ways);
    }

    private List<Finding> of(Finding.Kind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).toList();
    }

    private static String row(String name, long value, String note) {
        return ("  " + Columns.padded(name, NAME_WIDTH) + Columns.rightAligned(String.valueOf(value), 20) + "   "
                        + note)
                .stripTrailing();
    }
}
