package io.crosscare.settlement.mapping;

import io.crosscare.chassis.problem.FieldError;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.chassis.problem.Text;
import io.crosscare.settlement.document.LineSplitter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads local codes from CSV as its bytes arrive: the line {@code localCode,itemCode}, then a pair a line. Every row is looked at;
 * one that is wrong refuses the whole. Not for several threads.
 */
final class MappingRows {

    /** Rows of one mapping at most; it is one document of the store. */
    static final int ROWS_MAX = 50_000;

    private static final int ERRORS_MAX = 100;
    private static final String HEAD = "localCode,itemCode";
    private static final Pattern LOCAL_CODE = Pattern.compile("[\\p{L}\\p{N}._/#+*:-]{1,64}");
    private static final Pattern ITEM_CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,39}");
    private static final Text LOCAL =
            Text.of("应为 1 至 64 个字母、数字或 . _ / # + * : -", "must have 1 to 64 letters, digits or any of . _ / # + * : -");
    private static final Text ITEM = Text.of("应为目录项目编码", "must be the code of a catalogue item");

    private final LineSplitter splitter = new LineSplitter();
    private final SortedMap<String, String> itemCodes = new TreeMap<>();
    private final List<FieldError> errors = new ArrayList<>();
    private boolean hasHead;

    void accept(byte[] bytes) {
        splitter.accept(bytes).forEach(this::take);
    }

    /**
     * The pairs.
     *
     * @throws ProblemException with the first hundred rules that are broken
     */
    SortedMap<String, String> end() {
        splitter.end().forEach(this::take);
        if (itemCodes.size() > ROWS_MAX) {
            throw ProblemException.of(ProblemType.TOO_LARGE).with("rowsMax", ROWS_MAX);
        }
        if (itemCodes.isEmpty() && errors.isEmpty()) {
            reject(1, "row", "required", Text.of("没有内容", "holds no row"));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return itemCodes;
    }

    private void take(LineSplitter.Line line) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line.bytes()))
                    .toString()
                    .strip();
            if (!text.isEmpty() && itemCodes.size() <= ROWS_MAX) {
                take(line.number(), text);
            }
        } catch (CharacterCodingException _) {
            reject(line.number(), "row", "utf-8", Text.of("不是 UTF-8 编码", "is no UTF-8"));
        }
    }

    private void take(int line, String text) {
        if (!hasHead) {
            hasHead = true;
            if (!text.equals(HEAD)) {
                reject(line, "columns", "columns", Text.of("首行应为 " + HEAD, "must be " + HEAD));
            }
            return;
        }
        String[] cells = text.split(",", -1);
        if (cells.length != 2) {
            reject(line, "row", "column-count", Text.of("应有 2 列", "must have 2 fields"));
            return;
        }
        String local = cells[0].strip();
        String item = cells[1].strip();
        if (!LOCAL_CODE.matcher(local).matches()) {
            reject(line, "localCode", "local-code", LOCAL);
        } else if (!ITEM_CODE.matcher(item).matches()) {
            reject(line, "itemCode", "code", ITEM);
        } else if (itemCodes.putIfAbsent(local, item) != null) {
            reject(line, "localCode", "repeated", Text.of("院内编码重复", "occurs twice"));
        }
    }

    private void reject(int line, String column, String rule, Text message) {
        if (errors.size() < ERRORS_MAX) {
            errors.add(new FieldError("lines[" + line + "]." + column, rule, message));
        }
    }
}
