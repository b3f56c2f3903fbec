package io.crosscare.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Keeps a table of a document equal to the code it describes. The table's rows follow the line {@code <!-- name -->};
 * {@code -Ddocs=apply} writes what the code says.
 */
public final class DocumentedTable {

    private DocumentedTable() {}

    /** Fails when the document's table differs from these lines of Markdown. */
    public static void assertSame(Path document, String name, List<String> lines) throws IOException {
        String text = Files.readString(document);
        String marker = "<!-- " + name + " -->\n";
        int begin = text.indexOf(marker);
        assertThat(begin).as("marker %s in %s", name, document).isNotNegative();
        int tableBegin = begin + marker.length();
        int tableEnd = tableBegin;
        while (text.startsWith("|", tableEnd)) {
            int newline = text.indexOf('\n', tableEnd);
            tableEnd = newline < 0 ? text.length() : newline + 1;
        }
        String wanted = String.join("\n", lines) + "\n";

        if ("apply".equals(System.getProperty("docs"))) {
            Files.writeString(document, text.substring(0, tableBegin) + wanted + text.substring(tableEnd));
            return;
        }
        assertThat(text.substring(tableBegin, tableEnd))
                .as("table %s of %s (run with -Ddocs=apply to write it)", name, document)
                .isEqualTo(wanted);
    }
}
