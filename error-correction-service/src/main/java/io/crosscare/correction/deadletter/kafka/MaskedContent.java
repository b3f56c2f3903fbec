package io.crosscare.correction.deadletter.kafka;

import io.crosscare.chassis.web.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message's content as an operator may see it: its form, and of its values those that cannot be of a person: ids of this suite,
 * codes, days, words of capital letters, small numbers. Everything else is a mask, and what is no JSON is not shown at all.
 */
final class MaskedContent {

    private static final JsonMapper JSON = StrictJson.tolerant();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String MASK = "***";
    private static final int LENGTH_MAX = 8_000;
    private static final long NUMBER_MAX = 999_999_999;

    private static final Pattern PLAIN = Pattern.compile(String.join(
            "|",
            // an id of this suite, with a place in a chain or a sequence
            "[a-z][a-z2-7]{26}(?::[a-z]?[0-9]{1,10})?",
            // a word of a code list
            "[A-Z][A-Z_]{1,63}|L[1-3]",
            // institution and region
            "H[0-9]{11}|[1-9][0-9]{5}",
            // day and instant
            "[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.]{5,18}Z)?"));

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z]{0,40}");

    private MaskedContent() {}

    static String of(byte @Nullable [] body) {
        if (body == null) {
            return "";
        }
        try {
            String shown = masked(JSON.readTree(new String(body, StandardCharsets.UTF_8)))
                    .toPrettyString();
            return shown.length() <= LENGTH_MAX ? shown : shown.substring(0, LENGTH_MAX) + "…";
        } catch (JacksonException _) {
            return "非 JSON 内容，不予显示 · no JSON, not shown";
        }
    }

    private static JsonNode masked(JsonNode node) {
        if (node.isObject()) {
            ObjectNode object = NODES.objectNode();
            node.properties().forEach(field -> object.set(nameOf(field.getKey()), masked(field.getValue())));
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = NODES.arrayNode();
            node.forEach(element -> array.add(masked(element)));
            return array;
        }
        return isPlain(node) ? node : NODES.stringNode(MASK);
    }

    private static String nameOf(String name) {
        return NAME.matcher(name).matches() ? name : MASK;
    }

    private static boolean isPlain(JsonNode value) {
        if (value.isString()) {
            return PLAIN.matcher(value.asString()).matches();
        }
        return value.isNull()
                || value.isBoolean()
                || (value.isIntegralNumber() && value.canConvertToLong() && Math.abs(value.asLong()) <= NUMBER_MAX);
    }
}
