package io.crosscare.chassis.testing.contract;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Holds a value against a schema of the contract: its type, constant and form, every required field, and no field that nobody
 * describes. Knows the keywords the contract uses. Stricter than a reader of the contract has to be: the suite itself adds
 * no field without describing it.
 */
public final class SchemaCheck {

    private final JsonNode document;
    private final List<String> broken = new ArrayList<>();

    private SchemaCheck(JsonNode document) {
        this.document = document;
    }

    /** What does not fit, place by place; never a value. */
    public static List<String> broken(JsonNode value, JsonNode schema, JsonNode document) {
        SchemaCheck check = new SchemaCheck(document);
        check.check("", value, schema, true);
        return check.broken;
    }

    private void check(String place, JsonNode value, JsonNode schema, boolean isClosed) {
        if (schema.has("$ref")) {
            check(place, value, document.at(schema.path("$ref").asString().substring(1)), isClosed);
            return;
        }
        if (schema.has("oneOf")) {
            boolean fitsOne = schema.path("oneOf")
                    .valueStream()
                    .anyMatch(one -> broken(value, one, document).isEmpty());
            note(fitsOne, place, "fits none of what it may be");
            return;
        }
        schema.path("allOf").forEach(part -> check(place, value, part, false));
        String type = schema.path("type").asString("");
        note(fits(value, type), place, "is no " + type);
        checkText(place, value, schema);
        schema.path("required").forEach(name -> note(value.has(name.asString()), place, "lacks " + name.asString()));
        if (schema.has("items")) {
            value.forEach(element -> check(place + "[]", element, schema.path("items"), isClosed));
        }
        checkFields(place, value, schema, isClosed);
    }

    private void checkText(String place, JsonNode value, JsonNode schema) {
        if (schema.has("enum")) {
            note(schema.path("enum").valueStream().anyMatch(value::equals), place, "is none of its constants");
        }
        if (schema.has("pattern")) {
            note(value.asString("").matches(schema.path("pattern").asString()), place, "is not of its form");
        }
        switch (schema.path("format").asString("")) {
            case "date" -> note(isTime(() -> LocalDate.parse(value.asString(""))), place, "is no date");
            case "date-time" -> note(isTime(() -> Instant.parse(value.asString(""))), place, "is no instant");
            default -> {}
        }
    }

    private void checkFields(String place, JsonNode value, JsonNode schema, boolean isClosed) {
        JsonNode others = schema.path("additionalProperties");
        value.properties().forEach(field -> {
            JsonNode known = schema.path("properties").path(field.getKey());
            if (known.isObject()) {
                check(place + "/" + field.getKey(), field.getValue(), known, isClosed);
            } else if (others.isObject()) {
                check(place + "/" + field.getKey(), field.getValue(), others, isClosed);
            } else if (schema.has("properties") && isClosed && !others.asBoolean(false)) {
                note(false, place, "has " + field.getKey() + ", which nobody describes");
            }
        });
    }

    private void note(boolean isFine, String place, String what) {
        if (!isFine) {
            broken.add((place.isEmpty() ? "the whole" : place) + " " + what);
        }
    }

    private static boolean isTime(Runnable parsing) {
        try {
            parsing.run();
            return true;
        } catch (DateTimeException notOne) {
            return false;
        }
    }

    private static boolean fits(JsonNode value, String type) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            default -> true;
        };
    }
}
