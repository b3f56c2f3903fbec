package io.crosscare.settlement.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One line of a CSV document, split at its commas; double quotes may enclose a field and are doubled inside one. */
public record CsvRow(int line, List<String> fields) {

    public CsvRow {
        fields = List.copyOf(fields);
    }

    /** The row of a line; empty where a quote does not end. */
    public static Optional<CsvRow> of(int line, String text) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isDoubled = isQuoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
            if (isDoubled) {
                field.append('"');
                i++;
            } else if (c == '"') {
                isQuoted = !isQuoted;
            } else if (c == ',' && !isQuoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return isQuoted ? Optional.empty() : Optional.of(new CsvRow(line, fields));
    }

    public String field(int column) {
        return fields.get(column);
    }
}
