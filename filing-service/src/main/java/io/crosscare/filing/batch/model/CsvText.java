package io.crosscare.filing.batch.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * CSV after RFC 4180, one line at a time: cells between commas, in quotes where they hold a comma or a quote, which is then
 * written twice. A line break within a cell is not taken.
 */
public final class CsvText {

    private static final String FORMULA_BEGINS = "=+-@\t\r";

    private CsvText() {}

    /**
     * The cells of a line, without outer spaces.
     *
     * @throws IllegalArgumentException where quotes do not match
     */
    public static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        int from = 0;
        while (from <= line.length()) {
            from = isQuotedAt(line, from) ? readQuoted(line, from, cells) : readPlain(line, from, cells);
        }
        return cells;
    }

    /** A line of cells as a spreadsheet reads it, its end with it. What looks like a formula is text. */
    public static String line(List<String> cells) {
        return cells.stream().map(CsvText::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static boolean isQuotedAt(String line, int from) {
        return from < line.length() && line.charAt(from) == '"';
    }

    /** Where the next cell begins. */
    private static int readPlain(String line, int from, List<String> cells) {
        int comma = line.indexOf(',', from);
        int to = comma < 0 ? line.length() : comma;
        String cell = line.substring(from, to);
        if (cell.indexOf('"') >= 0) {
            throw new IllegalArgumentException("a quote within a cell without quotes");
        }
        cells.add(cell.strip());
        return to + 1;
    }

    private static int readQuoted(String line, int from, List<String> cells) {
        StringBuilder cell = new StringBuilder();
        int at = from + 1;
        while (true) {
            int quote = line.indexOf('"', at);
            if (quote < 0) {
                throw new IllegalArgumentException("a quote that does not end");
            }
            cell.append(line, at, quote);
            if (!isQuotedAt(line, quote + 1)) {
                at = quote + 1;
                break;
            }
            cell.append('"');
            at = quote + 2;
        }
        if (at < line.length() && line.charAt(at) != ',') {
            throw new IllegalArgumentException("text after a quoted cell");
        }
        cells.add(cell.toString().strip());
        return at + 1;
    }

    private static String cell(String value) {
        String safe = !value.isEmpty() && FORMULA_BEGINS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        boolean needsQuotes = safe.chars().anyMatch(one -> one == ',' || one == '"' || one == '\n' || one == '\r');
        return needsQuotes ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
