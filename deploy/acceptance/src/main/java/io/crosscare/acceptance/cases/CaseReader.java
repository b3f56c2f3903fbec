package io.crosscare.acceptance.cases;

import io.crosscare.acceptance.ExpectedAmounts;
import io.crosscare.acceptance.cases.WorkedCase.LineParts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Reads the cases of a file in the golden format: an object with {@code cases}, {@code reversal} and {@code rejects}, or some of
 * them, or a bare list of any of the three. A case that is not wholly understood is unclear, which fails it; the others are played.
 */
final class CaseReader {

    private static final List<String> COMMENTARY =
            List.of("rounding", "unit", "ratios", "sources", "note", "title", "description", "$schema");
    /** What a case may say beside itself, and nobody compares. */
    private static final List<String> FOR_PEOPLE = List.of("steps", "figures_used", "confidence", "source", "note");

    private static final Pattern REASON = Pattern.compile("[A-Z][A-Z_]{2,60}");

    private final Map<String, JsonNode> settled = new HashMap<>();
    private final List<WorkedCase> cases = new ArrayList<>();

    private CaseReader() {}

    /**
     * The cases in the order of the file.
     *
     * @throws UnreadableFileException where it is no file of cases at all
     */
    static List<WorkedCase> read(JsonNode file) {
        CaseReader reader = new CaseReader();
        if (file.isArray()) {
            reader.note(file);
            file.forEach(reader::readAny);
        } else if (file.isObject()) {
            reader.readFile(file);
        } else {
            throw new UnreadableFileException("应为对象或列表 · must be an object or a list");
        }
        if (reader.cases.isEmpty()) {
            throw new UnreadableFileException("没有案例 · holds no case");
        }
        return reader.cases;
    }

    private void readFile(JsonNode file) {
        for (String name : file.propertyNames()) {
            boolean isCases = List.of("cases", "reversal", "rejects").contains(name);
            boolean isForPeople = COMMENTARY.contains(name) || file.path(name).isValueNode();
            if (!isCases && !isForPeople) {
                throw new UnreadableFileException(name + ": 无法理解 · is not understood");
            }
        }
        note(file.path("cases"));
        listed(file, "cases").forEach(this::readSettled);
        listed(file, "reversal").forEach(this::readReversal);
        listed(file, "rejects").forEach(this::readReject);
    }

    /** One object stands for a list of one. */
    private static List<JsonNode> listed(JsonNode file, String name) {
        JsonNode value = file.path(name);
        List<JsonNode> all = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(all::add);
        } else if (value.isObject()) {
            all.add(value);
        } else if (!value.isMissingNode() && !value.isNull()) {
            throw new UnreadableFileException(name + ": 应为列表 · must be a list");
        }
        return all;
    }

    private void note(JsonNode list) {
        list.forEach(node -> settled.putIfAbsent(inputOf(node).path("id").asString(""), node));
    }

    private void readAny(JsonNode node) {
        if (node.has("reverses")) {
            readReversal(node);
        } else if (node.has("expect")) {
            readReject(node);
        } else {
            readSettled(node);
        }
    }

    /** A case stands in {@code case} beside its expectation, or is written in one with it. */
    private static JsonNode inputOf(JsonNode node) {
        return node.has("case") ? node.path("case") : node;
    }

    private void readSettled(JsonNode node) {
        cases.add(settled(node));
    }

    private static WorkedCase settled(JsonNode node) {
        List<String> complaints = new ArrayList<>();
        boolean isApart = node.has("case");
        CaseFields outer = new CaseFields(node, "", complaints);
        CaseFields fields = isApart ? outer.object("case") : outer;
        FOR_PEOPLE.forEach(outer::take);
        FOR_PEOPLE.forEach(fields::take);
        if (!outer.has("expected")) {
            outer.complain("expected", "必填", "is required");
        }
        CaseFields amounts = outer.object("expected");
        ExpectedAmounts expected = ExpectedAmounts.of(amounts::number);
        amounts.complainOfOthers();
        CaseInput input = new CaseInputReader(fields, complaints).settled();
        List<LineParts> parts = isApart ? parts(outer, input, complaints) : List.of();
        if (input.lines().isEmpty()) {
            fields.complain("lines", "必填", "is required");
        }
        fields.complainOfOthers();
        if (isApart) {
            outer.complainOfOthers();
        }
        return complaints.isEmpty()
                ? new WorkedCase.ToSettle(input, expected, parts)
                : new WorkedCase.Unclear(input.id(), input.title(), complaints);
    }

    /** The lines beside a case say what each falls into, and repeat what stands in the case. */
    private static List<LineParts> parts(CaseFields outer, CaseInput input, List<String> complaints) {
        List<LineParts> parts = new ArrayList<>();
        JsonNode lines = outer.take("lines");
        for (JsonNode node : lines) {
            int number = parts.size() + 1;
            CaseFields fields = new CaseFields(node, "lines[" + (number - 1) + "].", complaints);
            List.of("name", "fen", "class", "b_bp", "limit").forEach(fields::take);
            parts.add(new LineParts(
                    number,
                    fields.number("full_self"),
                    fields.number("over_limit"),
                    fields.number("class_b"),
                    fields.number("in_scope")));
            fields.complainOfOthers();
        }
        if (!parts.isEmpty() && parts.size() != input.lines().size()) {
            outer.complain("lines", "与案例的明细条数不同", "are not as many as the case has");
        }
        return parts;
    }

    private void readReversal(JsonNode node) {
        List<String> complaints = new ArrayList<>();
        CaseFields fields = new CaseFields(node, "", complaints);
        String id = fields.requiredText("id");
        String title = fields.text("title").orElse("");
        FOR_PEOPLE.forEach(fields::take);
        String reverses = fields.requiredText("reverses");
        CaseFields amounts = fields.object("expected");
        ExpectedAmounts expected = ExpectedAmounts.of(amounts::number);
        amounts.complainOfOthers();
        fields.complainOfOthers();
        JsonNode original = settled.get(reverses);
        if (original == null) {
            fields.complain("reverses", "文件中没有该案例", "is no case of this file");
        } else if (complaints.isEmpty()) {
            WorkedCase read = settled(original);
            if (read instanceof WorkedCase.ToSettle known) {
                cases.add(new WorkedCase.ToReverse(id, title, known, expected));
                return;
            }
            fields.complain("reverses", "该案例无法理解", "is a case that is not understood");
        }
        cases.add(new WorkedCase.Unclear(id, title, complaints));
    }

    private void readReject(JsonNode node) {
        List<String> complaints = new ArrayList<>();
        CaseFields fields = new CaseFields(node, "", complaints);
        String reason = fields.requiredText("expect");
        if (!REASON.matcher(reason).matches()) {
            fields.complain("expect", "应为拒绝代码", "must be the code of a refusal");
        }
        FOR_PEOPLE.forEach(fields::take);
        String door = fields.choice("door", CaseWords.DOORS).orElse("settlement");
        CaseInput input = new CaseInputReader(fields, complaints).rejected(reason);
        fields.complainOfOthers();
        cases.add(
                complaints.isEmpty()
                        ? new WorkedCase.ToReject(input, door, reason)
                        : new WorkedCase.Unclear(input.id(), input.title(), complaints));
    }

    /** The treatment a title names: {@code ST04}. */
    static Optional<String> treatmentIn(String title) {
        Matcher matcher = Pattern.compile("\\bST(0[1-9]|1[0-8])\\b").matcher(title);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }
}
