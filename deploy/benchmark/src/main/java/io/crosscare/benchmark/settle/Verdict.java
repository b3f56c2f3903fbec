package io.crosscare.benchmark.settle;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Whether what was measured was right: figures of a run in which something was lost, doubled or refused say nothing. */
record Verdict(List<Check> checks) {

    Verdict {
        checks = List.copyOf(checks);
    }

    /**
     * One thing that must hold.
     *
     * @param found what was counted, for people
     */
    record Check(String zh, String en, boolean holds, String found) {}

    Verdict with(Check check) {
        List<Check> more = new ArrayList<>(checks);
        more.add(check);
        return new Verdict(more);
    }

    /** For people: each error, each check, and what it comes to. */
    List<String> lines(SortedMap<String, Long> errors) {
        List<String> lines = new ArrayList<>();
        errors.forEach((label, count) -> lines.add("✗ %,d × %s".formatted(count, label)));
        checks.forEach(check -> lines.add(
                "%s %s · %s: %s".formatted(check.holds() ? "✓" : "✗", check.zh(), check.en(), check.found())));
        lines.add(isValid() ? "有效 · valid" : "无效 · NOT valid");
        return lines;
    }

    boolean isValid() {
        return checks.stream().allMatch(Check::holds);
    }
}
