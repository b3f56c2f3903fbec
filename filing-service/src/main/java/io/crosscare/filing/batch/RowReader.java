package io.crosscare.filing.batch;

import io.crosscare.chassis.problem.FieldError;
import io.crosscare.chassis.problem.Text;
import io.crosscare.filing.batch.model.CsvText;
import io.crosscare.filing.batch.model.RawLine;
import io.crosscare.filing.batch.model.RowError;
import io.crosscare.filing.batch.model.SeenKeys;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the lines of one file in their order: knows its columns and which keys stood in it before. Not for several threads. */
final class RowReader<T> {

    private static final Text FIRST_LINE = Text.of("首行应为列名", "the first line must name the columns");

    private final RowHandler<T> handler;
    private final SentFile file;
    private final SeenKeys seen = new SeenKeys();
    private @Nullable Header header;

    RowReader(RowHandler<T> handler, SentFile file) {
        this.handler = handler;
        this.file = file;
    }

    /** Whether a line before the first row has to name the columns. */
    boolean needsHeader() {
        return file.format() == RowFormat.CSV;
    }

    /** Takes the first line; what is wrong with it, nothing where all is well. */
    List<FieldError> readHeader(RawLine line) {
        Optional<List<String>> headings = decode(line).flatMap(RowReader::cells);
        if (headings.isEmpty()) {
            return List.of(new FieldError("header", "header", FIRST_LINE));
        }
        List<FieldError> errors = Header.check(headings.get(), handler.columns());
        if (errors.isEmpty()) {
            header = Header.of(headings.get(), handler.columns());
        }
        return errors;
    }

    /** What the row says, or what is wrong with it; a row that repeats another one's key is wrong. */
    RowReading<T> read(RawLine line) {
        if (!line.isWhole()) {
            return bad(RowError.ofRow("row-too-long", "该行过长", "is too long a row"));
        }
        Optional<String> text = decode(line);
        if (text.isEmpty()) {
            return bad(RowError.ofRow("encoding", "含有无法识别的字符，请核对文件编码", "has bytes that are no text in this encoding"));
        }
        return switch (parse(text.get())) {
            case RowReading.Bad<T> bad -> bad;
            case RowReading.Good<T> good -> unlessRepeated(good, line.number());
        };
    }

    private RowReading<T> parse(String text) {
        Header columns = header;
        if (columns == null) {
            return handler.read(new RowText.Json(text), file.agency());
        }
        Optional<List<String>> cells = cells(text);
        if (cells.isEmpty()) {
            return bad(RowError.ofRow("quotes", "引号不成对", "has quotes that do not match"));
        }
        RowError error = columns.check(cells.get());
        return error == null ? handler.read(columns.read(cells.get()), file.agency()) : bad(error);
    }

    private RowReading<T> unlessRepeated(RowReading.Good<T> good, int number) {
        for (String key : good.keys()) {
            int first = seen.findOrAdd(key, number);
            if (first != 0 && first != number) {
                return bad(RowError.ofRow("repeated-in-file", "与第 " + first + " 行重复", "repeats row " + first));
            }
        }
        return good;
    }

    /** Empty for bytes that are no text in the encoding that was declared. */
    private Optional<String> decode(RawLine line) {
        try {
            return Optional.of(file.charset()
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line.bytes()))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Optional<List<String>> cells(String text) {
        try {
            return Optional.of(CsvText.cells(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static <T> RowReading<T> bad(RowError error) {
        return new RowReading.Bad<>(List.of(error));
    }
}
