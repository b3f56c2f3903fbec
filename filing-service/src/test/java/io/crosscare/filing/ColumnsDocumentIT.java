package io.crosscare.filing;

import io.crosscare.chassis.testing.DocumentedTable;
import io.crosscare.chassis.testing.RepositoryRoot;
import io.crosscare.filing.batch.Column;
import io.crosscare.filing.batch.RowHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The columns that people read of are those that are read. */
@FilingServiceTest
class ColumnsDocumentIT {

    @Autowired
    private List<RowHandler<?>> handlers;

    @Test
    void listsEveryColumnOfEveryKindOfFile() throws IOException {
        for (RowHandler<?> handler : handlers) {
            List<String> table = new ArrayList<>(List.of("| Column | 中文 | needed |", "|---|---|---|"));
            for (Column column : handler.columns()) {
                table.add("| `%s` | %s | %s|".formatted(column.name(), column.zh(), column.isRequired() ? "yes " : ""));
            }
            DocumentedTable.assertSame(
                    RepositoryRoot.find().resolve("docs/imports.md"),
                    handler.kind().name(),
                    table);
        }
    }
}
