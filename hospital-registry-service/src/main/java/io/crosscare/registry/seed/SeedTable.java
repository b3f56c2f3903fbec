package io.crosscare.registry.seed;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** A shipped table: CSV in UTF-8 with a header line. */
record SeedTable(String file, List<SeedRow> rows) {

    private static final String FOLDER = "/registry/";

    static SeedTable shipped(String file) {
        try (InputStream bytes = SeedTable.class.getResourceAsStream(FOLDER + file)) {
            if (bytes == null) {
                throw new IllegalStateException("the table " + file + " is not shipped");
            }
            return read(file, new InputStreamReader(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the table " + file, e);
        }
    }

    static SeedTable read(String file, Reader text) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
            return new SeedTable(
                    file, csv.stream().map(row -> new SeedRow(file, row)).toList());
        }
    }

    <T> List<T> map(Function<SeedRow, T> reading) {
        return rows.stream().map(reading).toList();
    }
}
