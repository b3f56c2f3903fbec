package io.crosscare.filing.batch;

import io.crosscare.chassis.problem.FieldError;
import io.crosscare.chassis.problem.Text;
import io.crosscare.filing.batch.model.CsvText;
import io.crosscare.filing.batch.model.RawLine;
import io.crosscare.filing.batch.model.RowError;
import io.crosscare.filing.batch.model.SeenKeys;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the lines of one file in their order: knows its columns and which keys stood in it before. Not for several threads. */
final class RowReader<T> {

    private static final String HEADER = "header";
    private static final String ENCODING = "encoding";
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
        Optional<String> text = decode(line, file.charset());
        if (text.isEmpty()) {
            return List.of(new FieldError(HEADER, ENCODING, otherEncoding()));
        }
        Optional<List<String>> headings = cells(text.get());
        if (headings.isEmpty()) {
            return List.of(new FieldError(HEADER, HEADER, FIRST_LINE));
        }
        List<FieldError> errors = Header.check(headings.get(), handler.columns());
        if (errors.isEmpty()) {
            header = Header.of(headings.get(), handler.columns());
        }
        return errors.isEmpty() || !namesTheColumnsInUtf8(line)
                ? errors
                : List.of(new FieldError(HEADER, ENCODING, otherEncoding()));
    }

    /** Many bytes of UTF-8 are some other text in GBK, so that only the columns show which one was meant. */
    private boolean namesTheColumnsInUtf8(RawLine line) {
        return !isUtf8()
                && decode(line, StandardCharsets.UTF_8)
                        .flatMap(RowReader::cells)
                        .filter(headings ->
                                Header.check(headings, handler.columns()).isEmpty())
                        .isPresent();
    }

    private boolean isUtf8() {
        return file.charset().equals(StandardCharsets.UTF_8);
    }

    /** In which encoding the file most likely is, and how to send it so. */
    private Text otherEncoding() {
        String likely = isUtf8() ? "GBK" : "UTF-8";
        String type = file.format().mediaType() + "; charset=" + likely;
        String given = file.charset().name();
        return Text.of(
                "不是 %s 编码的文字，文件很可能是 %s 编码；请换用新的 Idempotency-Key，以 Content-Type: %s 重新发送".formatted(given, likely, type),
                ("is no text in %s; the file most likely is in %s: send it again as Content-Type: %s, under a new"
                                + " Idempotency-Key")
                        .formatted(given, likely, type));
    }

    /** What the row says, or what is wrong with it; a row that repeats another one's key is wrong. */
    RowReading<T> read(RawLine line) {
        if (!line.isWhole()) {
            return bad(RowError.ofRow("row-too-long", "该行过长", "is too long a row"));
        }
        Optional<String> text = decode(line, file.charset());
        if (text.isEmpty()) {
            Text other = otherEncoding();
            return bad(RowError.ofRow(ENCODING, other.zh(), other.en()));
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

    /** Empty for bytes that are no text in the encoding. */
    private static Optional<String> decode(RawLine line, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(line.bytes())).toString());
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
