package io.crosscare.acceptance.cases;

import io.crosscare.acceptance.Columns;
import io.crosscare.acceptance.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What came of all cases, for people and for programs. */
record CaseReport(List<CaseResult> results) {

    private static final int ID_WIDTH = 8;

    CaseReport {
        results = List.copyOf(results);
    }

    static CaseReport of(List<CaseResult> results) {
        return new CaseReport(results);
    }

    /** Tells of each case as it comes: a line, and one more for each thing that differs. */
    static Consumer<CaseResult> line(PrintStream out) {
        return result -> {
            out.println("%s %s %s  %s"
                    .formatted(
                            result.isPassed() ? "✓" : "✗",
                            Columns.padded(result.worked().id(), ID_WIDTH),
                            result.isPassed() ? "通过 passed  " : "未通过 failed",
                            result.worked().title()));
            result.differences().forEach(difference -> out.println("    " + difference));
        };
    }

    /** The last line; whether all have passed. */
    boolean tell(PrintStream out, @Nullable Path file) {
        if (file != null) {
            write(file);
        }
        out.println("cases: %d passed, %d failed".formatted(passed(), results.size() - passed()));
        return passed() == results.size();
    }

    private long passed() {
        return results.stream().filter(CaseResult::isPassed).count();
    }

    private void write(Path file) {
        ObjectNode report = Json.object().put("passed", passed()).put("failed", results.size() - passed());
        ArrayNode cases = report.putArray("cases");
        for (CaseResult result : results) {
            ObjectNode one = cases.addObject()
                    .put("id", result.worked().id())
                    .put("title", result.worked().title())
                    .put("passed", result.isPassed());
            ArrayNode differences = one.putArray("differences");
            result.differences().forEach(differences::add);
        }
        try {
            Files.writeString(file, report.toPrettyString() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
