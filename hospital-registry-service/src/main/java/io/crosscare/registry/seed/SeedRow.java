package io.crosscare.registry.seed;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.DateTimeException;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One row of a table; every way to read a column refuses what it does not understand, naming file and line. */
final class SeedRow {

    private final String file;
    private final NamedCsvRecord fields;

    SeedRow(String file, NamedCsvRecord fields) {
        this.file = file;
        this.fields = fields;
    }

    String text(String column) {
        String value = optionalText(column);
        if (value == null) {
            throw refusal(column, "is empty");
        }
        return value;
    }

    @Nullable
    String optionalText(String column) {
        String value = fields.findField(column).orElseThrow(() -> refusal(column, "there is no such column"));
        return value.isBlank() ? null : value.strip();
    }

    /** A column that holds one of these words, exactly as printed. */
    <T> T word(String column, Map<String, T> known) {
        T meaning = known.get(text(column));
        if (meaning == null) {
            throw refusal(column, "unknown word '" + text(column) + "'");
        }
        return meaning;
    }

    <T> T parsed(String column, Function<String, T> parser) {
        String value = text(column);
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw refusal(column, "'" + value + "' is not understood");
        }
    }

    SeedException refusal(String column, String rule) {
        return new SeedException(file, fields.getStartingLineNumber(), column, rule);
    }
}
