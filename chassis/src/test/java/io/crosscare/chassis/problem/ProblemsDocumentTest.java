package io.crosscare.chassis.problem;

import io.crosscare.chassis.testing.DocumentedTable;
import io.crosscare.chassis.testing.RepositoryRoot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemsDocumentTest {

    @Test
    void listsEveryTypeOfProblem() throws IOException {
        List<String> table =
                new ArrayList<>(List.of("| slug | status | blame | 中文 | English |", "|---|---|---|---|---|"));
        for (ProblemType type : ProblemType.values()) {
            table.add("| `%s` | %d | %s | %s | %s |"
                    .formatted(
                            type.slug(),
                            type.status(),
                            type.blame(),
                            type.title().zh(),
                            type.title().en()));
        }

        DocumentedTable.assertSame(RepositoryRoot.find().resolve("docs/problems.md"), "types", table);
    }
}
