package io.crosscare.settlement.catalogue;

import io.crosscare.settlement.document.PackedText;
import io.crosscare.settlement.document.TextPacker;
import java.util.List;
import java.util.stream.Collectors;

/** All flaws of a document as lines of CSV: line, column, rule and words, never the value. */
final class ErrorFile {

    private static final List<String> COLUMNS = List.of("line", "column", "rule", "messageZh", "message");

    private final TextPacker lines = new TextPacker();

    ErrorFile() {
        add(COLUMNS);
    }

    void add(CatalogueFlaw flaw) {
        add(List.of(String.valueOf(flaw.line()), flaw.column(), flaw.rule(), flaw.zh(), flaw.en()));
    }

    PackedText end() {
        return lines.end();
    }

    private void add(List<String> cells) {
        lines.add(cells.stream().map(ErrorFile::quoted).collect(Collectors.joining(",")));
    }

    private static String quoted(String cell) {
        return cell.indexOf(',') < 0 && cell.indexOf('"') < 0 ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
