package io.crosscare.registry.web;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.Text;
import io.crosscare.registry.keeping.ImportInstitutions.GivenRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.util.function.Tuple2;

/**
 * Rows of a CSV body, read line by line as they arrive: the first names the columns, a field has no line break. A row with too
 * few or too many fields is handed on without any, so that it is refused and not guessed at.
 */
final class CsvRows {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String HEADER = "header";

    /** Stands where bytes are no text in the charset of the request. */
    private static final String UNREADABLE = "\uFFFD";

    private static final Text ENCODING = Text.of(
            "首行不是请求所声明编码（未声明时为 UTF-8）的文字；GBK 文件请以 Content-Type: text/csv; charset=GBK 发送",
            "the first line is no text in the charset of the request, UTF-8 where none is named; a file in GBK is sent"
                    + " as Content-Type: text/csv; charset=GBK");

    private CsvRows() {}

    /**
     * Reads the rows.
     *
     * @param required columns that must be there
     * @param optional columns that may be there
     */
    static Flux<GivenRow> of(Flux<String> lines, List<String> required, List<String> optional) {
        return lines.index().switchOnFirst((first, all) -> switch (columnsOf(first.get(), required, optional)) {
            case Columns.Named(List<String> names) -> rowsOf(names, all.skip(1));
            // Read to its end all the same: an answer must not overtake its request.
            case Columns.Bad(ProblemException problem) -> all.thenMany(Flux.error(problem));
        });
    }

    private static Flux<GivenRow> rowsOf(List<String> columns, Flux<Tuple2<Long, String>> lines) {
        return lines.filter(line -> !line.getT2().isBlank())
                .map(line -> new GivenRow(line.getT1() + 1, fieldsOf(columns, line.getT2())));
    }

    private static Map<String, String> fieldsOf(List<String> columns, String line) {
        List<String> values = valuesOf(line);
        if (values.size() != columns.size()) {
            return Map.of();
        }
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String value = values.get(i).strip();
            if (!value.isEmpty()) {
                fields.put(columns.get(i), value);
            }
        }
        return fields;
    }

    /** What the first line says. */
    private sealed interface Columns {

        record Named(List<String> names) implements Columns {}

        record Bad(ProblemException problem) implements Columns {}
    }

    private static Columns columnsOf(
            @Nullable Tuple2<Long, String> line, List<String> required, List<String> optional) {
        if (line == null) {
            return new Columns.Bad(empty());
        }
        String text = line.getT2();
        List<String> columns = valuesOf(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).stream()
                .map(String::strip)
                .toList();
        List<String> known = new ArrayList<>(required);
        known.addAll(optional);
        Set<String> distinct = new HashSet<>(columns);
        boolean isGood = distinct.size() == columns.size()
                && distinct.containsAll(required)
                && new HashSet<>(known).containsAll(distinct);
        if (!isGood && text.contains(UNREADABLE)) {
            return new Columns.Bad(ProblemException.invalid(HEADER, "encoding", ENCODING));
        }
        if (!isGood) {
            String named = String.join(", ", known);
            return new Columns.Bad(ProblemException.invalid(
                    HEADER,
                    "columns",
                    Text.of(
                            "首行应为列名，每列一次，必有：" + String.join(", ", required) + "；可有：" + String.join(", ", optional),
                            "the first line names the columns, each once, of " + named + "; required: "
                                    + String.join(", ", required))));
        }
        return new Columns.Named(columns);
    }

    /** None when the line is not well-formed: no line of a file has no fields. */
    private static List<String> valuesOf(String line) {
        String text = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        try {
            return CsvReader.builder().ofCsvRecord(text).stream()
                    .findFirst()
                    .map(CsvRecord::getFields)
                    .orElseGet(List::of);
        } catch (CsvParseException _) {
            return List.of();
        }
    }

    private static ProblemException empty() {
        return ProblemException.invalid(
                HEADER, "required", Text.of("文件为空，首行应为列名", "the file is empty; its first line names the columns"));
    }
}
