package io.crosscare.benchmark.settle;

import java.util.ArrayList;
import java.util.List;

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

    boolean isValid() {
        return checks.stream().allMatch(Check::holds);
    }
}
