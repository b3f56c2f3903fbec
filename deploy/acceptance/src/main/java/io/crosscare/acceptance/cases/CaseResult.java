package io.crosscare.acceptance.cases;

import java.util.List;

/** What came of a case; it has passed when nothing differs. */
record CaseResult(WorkedCase worked, List<String> differences) {

    CaseResult {
        differences = List.copyOf(differences);
    }

    boolean isPassed() {
        return differences.isEmpty();
    }
}
