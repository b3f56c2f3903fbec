package io.crosscare.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Holds every Java file of the repository to one format. {@code mvn -q -pl deploy/tidy test -Dtest=FormatTest -Dformat=apply}
 * mends what it finds. It runs here and not in a plugin because the formatter needs the JDK of the tests as its own, and Maven
 * may run on an older one.
 */
@Execution(ExecutionMode.CONCURRENT)
class FormatTest {

    private final Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .formatJavadoc(false)
            .build());

    @Test
    void everyJavaFileIsFormatted() {
        boolean applies = "apply".equals(System.getProperty("format"));

        List<Path> unformatted = RepositoryFiles.endingWith(".java").parallelStream()
                .filter(file -> differs(file, applies))
                .toList();

        if (!applies) {
            assertThat(unformatted)
                    .as("files to format (run this test with -Dformat=apply)")
                    .isEmpty();
        }
    }

    @Test
    void findsAPlantedMisformat() {
        String planted = "class A{int  a ;}";

        assertThat(format(Path.of("A.java"), planted)).isNotEqualTo(planted);
    }

    private boolean differs(Path file, boolean applies) {
        try {
            String source = Files.readString(file);
            String formatted = format(file, source);
            boolean differs = !formatted.equals(source);
            if (differs && applies) {
                Files.writeString(file, formatted);
            }
            return differs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String format(Path file, String source) {
        try {
            return formatter.formatSourceAndFixImports(source);
        } catch (FormatterException e) {
            throw new IllegalStateException("cannot parse " + file, e);
        }
    }
}
