package io.crosscare.settlement.external.web;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.problem.Checked;
import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.FieldError;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.web.InputErrors;
import io.crosscare.settlement.document.CsvRow;
import io.crosscare.settlement.document.LineSplitter;
import io.crosscare.settlement.external.FeedBatch.Row;
import io.crosscare.settlement.external.FeedFile;
import io.crosscare.settlement.external.FeedFile.Reading;
import io.crosscare.settlement.external.web.ExternalFeedMessages.FeedRow;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads payments from a file as its bytes arrive: a JSON object a line, or CSV whose first line names the columns, in any order.
 * A row that cannot be read is told by line, field and rule, never by its value. Not for several threads.
 */
final class FeedRows {

    static final List<String> COLUMNS =
            List.of("personId", "coreNumber", "sequence", "manner", "occurredOn", "serviceType", "moves");

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern MOVE = Pattern.compile("\\s*([^:;]+):\\s*(-?[0-9]{1,18})\\s*");
    private static final Text CELLS = Text.of("列数与首行不一致", "has another number of cells than the first line");
    private static final Text HEAD = Text.of(
            "首行应列出全部列名: " + String.join(",", COLUMNS), "must name each of " + String.join(",", COLUMNS) + " once");

    private final LineSplitter splitter = new LineSplitter();
    private final JsonMapper json;
    private final boolean isCsv;
    private final LocalDate today;
    private @Nullable List<String> columns;
    private @Nullable ProblemException problem;
    private int rows;

    /**
     * Reads one file.
     *
     * @param json as strict as at the doors
     */
    FeedRows(JsonMapper json, boolean isCsv, LocalDate today) {
        this.json = json;
        this.isCsv = isCsv;
        this.today = today;
    }

    /** The rows that end in these bytes; none any more once the file as a whole is refused. */
    List<Reading> accept(byte[] bytes) {
        return read(splitter.accept(bytes));
    }

    /**
     * The last row. What is wrong with the whole is told only here, for nobody listens while a file is sent.
     *
     * @throws ProblemException where the first line names no columns, or there are too many rows
     */
    List<Reading> end() {
        List<Reading> last = read(splitter.end());
        if (problem != null) {
            throw problem;
        }
        return last;
    }

    private List<Reading> read(List<LineSplitter.Line> lines) {
        List<Reading> readings = new ArrayList<>();
        for (LineSplitter.Line line : lines) {
            if (problem == null) {
                read(line).ifPresent(readings::add);
            }
        }
        return readings;
    }

    /** Empty for a blank line and for the one that names the columns. */
    private Optional<Reading> read(LineSplitter.Line line) {
        if (line.isTooLong()) {
            return Optional.of(bad(line.number(), "row", "line-length", Text.of("一行过长", "is longer than 16 kB")));
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line.bytes()))
                    .toString();
        } catch (CharacterCodingException _) {
            return Optional.of(bad(line.number(), "row", "utf-8", Text.of("不是 UTF-8 编码", "is no UTF-8")));
        }
        if (text.isBlank()) {
            return Optional.empty();
        }
        if (isCsv && columns == null) {
            columns = head(line.number(), text);
            return Optional.empty();
        }
        if (++rows > FeedFile.ROWS_MAX) {
            problem = ProblemException.of(ProblemType.TOO_LARGE).with("rowsMax", FeedFile.ROWS_MAX);
            return Optional.empty();
        }
        return Optional.of(read(line.number(), text));
    }

    /** Without columns no row can be read. */
    private List<String> head(int line, String text) {
        List<String> names = CsvRow.of(line, text).map(CsvRow::fields).orElse(List.of()).stream()
                .map(String::strip)
                .toList();
        if (names.size() != COLUMNS.size() || !names.containsAll(COLUMNS)) {
            problem = ProblemException.invalid(List.of(new FieldError("header", "columns", HEAD)));
        }
        return names;
    }

    private Reading read(int line, String text) {
        try {
            FeedRow given = isCsv ? fromCells(line, text) : fromJson(text);
            FieldChecks checks = new FieldChecks();
            Checked<PersonId> person = checks.personId("personId", given.personId());
            ExternalRequest.Checks payment = given.payment().check(checks, "", today);
            checks.throwIfInvalid();
            return new Reading.Good(line, new Row(person.value(), payment.payment(), payment.moves()));
        } catch (ProblemException flaws) {
            if (flaws.errors().isEmpty()) {
                throw flaws;
            }
            return new Reading.Flawed(line, flaws.errors());
        }
    }

    private FeedRow fromJson(String text) {
        try {
            FeedRow row = json.readValue(text, FeedRow.class);
            if (row == null) {
                throw ProblemException.invalid(List.of(InputErrors.WRONG_BODY));
            }
            return row;
        } catch (JacksonException e) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            throw ProblemException.invalid(InputErrors.ofJson(e, bytes, FeedRow.class, json));
        }
    }

    private FeedRow fromCells(int line, String text) {
        List<String> names = columns == null ? List.of() : columns;
        List<String> cells = CsvRow.of(line, text).map(CsvRow::fields).orElse(List.of());
        if (cells.size() != names.size()) {
            throw ProblemException.invalid(List.of(new FieldError("row", "cell-count", CELLS)));
        }
        return new FeedRow(
                cell(names, cells, "personId"),
                cell(names, cells, "coreNumber"),
                whole(cell(names, cells, "sequence")),
                cell(names, cells, "manner"),
                cell(names, cells, "occurredOn"),
                cell(names, cells, "serviceType"),
                moves(cell(names, cells, "moves")));
    }

    private static @Nullable String cell(List<String> names, List<String> cells, String name) {
        String cell = cells.get(names.indexOf(name)).strip();
        return cell.isEmpty() ? null : cell;
    }

    private static @Nullable Long whole(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (!WHOLE.matcher(text).matches()) {
            throw ProblemException.invalid("sequence", "type", Text.of("应为整数", "must be a whole number"));
        }
        return Long.valueOf(text);
    }

    private static @Nullable Map<String, @Nullable Long> moves(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Map<String, @Nullable Long> moves = new LinkedHashMap<>();
        for (String part : text.split(";", -1)) {
            Matcher move = MOVE.matcher(part);
            if (!move.matches() || moves.put(move.group(1).strip(), Long.valueOf(move.group(2))) != null) {
                throw ProblemException.invalid(
                        "moves",
                        "moves",
                        Text.of("应为 累计项:金额（分），以分号分隔，各一次", "must be counter:fen between semicolons, each counter once"));
            }
        }
        return moves;
    }

    private static Reading bad(int line, String field, String rule, Text message) {
        return new Reading.Flawed(line, List.of(new FieldError(field, rule, message)));
    }
}
