package io.crosscare.acceptance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One field of a request body, and every way in which it alone can be wrong.
 *
 * @param path as a problem names it, {@code lines[0].quantity}
 * @param isRequired whether it may not be left out
 * @param ofWrongType a value that is not of its JSON type
 */
record Field(String path, boolean isRequired, JsonNode ofWrongType, List<Bad> bad) {

    private static final String REQUIRED = "required";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** A value of the right type, and the rule it breaks. */
    record Bad(JsonNode value, String rule) {}

    Field {
        bad = List.copyOf(bad);
    }

    static Field region(String path) {
        return formed(path, "region-code", "32110", "3211OO", "３２１１００", "999999");
    }

    static Field day(String path) {
        return formed(path, "date", "2019-02-30", "1899-12-31", "10.09.2019", "2019-09-10T00:00:00Z");
    }

    /** A day on which something has happened. */
    static Field pastDay(String path) {
        return day(path).failing("not-after-today", NODES.stringNode("2999-12-31"));
    }

    static Field choice(String path) {
        return formed(path, "one-of", "SOMETHING_ELSE", "active", "0");
    }

    static Field personId(String path) {
        return formed(path, "person-id", "999999194001010013", "p_", "{\"$ne\":\"\"}");
    }

    /** Text for people, of at most so many characters. */
    static Field words(String path, int lengthMax) {
        return formed(path, "text", "长".repeat(lengthMax + 1), "two\nlines-of-it", "escape-\u001b[2J");
    }

    /** Text of a form of its own, which the values do not have. */
    static Field formed(String path, String rule, String... values) {
        return new Field(path, true, NODES.numberNode(5), List.of())
                .failing(REQUIRED, NODES.stringNode(""), NODES.stringNode("  "))
                .failing(rule, Stream.of(values).map(NODES::stringNode).toArray(JsonNode[]::new));
    }

    static Field decimal(String path, int decimals) {
        return formed(path, "decimal", "one", "1e3", "0x10", "１２", "1." + "1".repeat(decimals + 1), "9".repeat(30));
    }

    static Field whole(String path, long min, long max) {
        return new Field(path, true, NODES.stringNode("12"), List.of())
                .failing("range", NODES.numberNode(min - 1), NODES.numberNode(max + 1))
                .failing("type", NODES.numberNode(1.5), NODES.numberNode(1e300), NODES.booleanNode(true));
    }

    static Field flag(String path) {
        return new Field(path, true, NODES.stringNode("true"), List.of()).failing("type", NODES.numberNode(1));
    }

    static Field list(String path, int sizeMax, JsonNode element) {
        return object(path)
                .failing(REQUIRED, NODES.arrayNode())
                .failing("size", NODES.arrayNode().addAll(Collections.nCopies(sizeMax + 1, element)));
    }

    static Field object(String path) {
        return new Field(path, true, NODES.stringNode("nothing"), List.of());
    }

    /** The same field where it may be left out; what is there must still be right. */
    Field optional(String ruleOfBlank) {
        List<Bad> others = bad.stream()
                .map(each -> each.rule().equals(REQUIRED) ? new Bad(each.value(), ruleOfBlank) : each)
                .toList();
        return new Field(path, false, ofWrongType, others);
    }

    Field failing(String rule, JsonNode... values) {
        List<Bad> more = new ArrayList<>(bad);
        Stream.of(values).map(value -> new Bad(value, rule)).forEach(more::add);
        return new Field(path, isRequired, ofWrongType, more);
    }

    /** The body with this field left out. */
    JsonNode removedFrom(JsonNode body) {
        ObjectNode copy = (ObjectNode) body.deepCopy();
        parentIn(copy).remove(name());
        return copy;
    }

    /** The body with another value in this field. */
    JsonNode setIn(JsonNode body, JsonNode value) {
        ObjectNode copy = (ObjectNode) body.deepCopy();
        parentIn(copy).set(name(), value);
        return copy;
    }

    private ObjectNode parentIn(ObjectNode body) {
        return (ObjectNode) body.at(pointer().head());
    }

    private String name() {
        return pointer().last().getMatchingProperty();
    }

    private JsonPointer pointer() {
        return JsonPointer.compile("/" + path.replace("]", "").replaceAll("[.\\[]", "/"));
    }
}
