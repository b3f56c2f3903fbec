package io.crosscare.settlement.catalogue;

import io.crosscare.settlement.document.DocumentFlaw;
import io.crosscare.settlement.document.DocumentRefused;
import java.util.ArrayList;
import java.util.List;

/** One line of a CSV document, split at its commas; double quotes may enclose a field and are doubled inside one. */
record CsvRow(int line, List<String> fields) {

    static CsvRow of(int line, String text) {
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
        if (isQuoted) {
            throw new DocumentRefused(new DocumentFlaw(line, "row", "引号没有结束", "has a quote without end"));
        }
        return new CsvRow(line, fields);
    }

    String field(int column) {
        return fields.get(column);
    }
}
