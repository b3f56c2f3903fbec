package io.crosscare.chassis.testing.contract;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Holds the examples of messages against their schemas: every field is known, every required one is there, and its type fits. */
final class Examples {

    private Examples() {}

    /** What does not fit, by message and place. */
    static List<String> broken(JsonNode document) {
        List<String> broken = new ArrayList<>();
        document.path("components").path("messages").properties().forEach(message -> message.getValue()
                .path("examples")
                .forEach(example -> check(
                        message.getKey() + " " + example.path("name").asString(""),
                        example.path("payload"),
                        message.getValue().path("payload"),
                        document,
                        broken)));
        return broken;
    }

    private static void check(String place, JsonNode value, JsonNode schema, JsonNode document, List<String> broken) {
        JsonNode meant = schema.has("$ref")
                ? document.at(schema.path("$ref").asString().substring(1))
                : schema;
        String type = meant.path("type").asString("");
        if (!fits(value, type)) {
            broken.add(place + " is no " + type);
            return;
        }
        if (meant.has("enum") && meant.path("enum").valueStream().noneMatch(value::equals)) {
            broken.add(place + " is none of the constants");
        }
        if (meant.has("pattern") && !value.asString().matches(meant.path("pattern").asString())) {
            broken.add(place + " is not of its form");
        }
        value.forEach(element -> checkElement(place, element, meant, document, broken));
        meant.path("required").forEach(name -> {
            if (!value.has(name.asString())) {
                broken.add(place + " lacks " + name.asString());
            }
        });
        if (!meant.has("properties")) {
            return;
        }
        value.properties().forEach(field -> {
            if (meant.path("properties").has(field.getKey())) {
                check(place + "/" + field.getKey(), field.getValue(), meant.path("properties").path(field.getKey()), document, broken);
            } else {
                broken.add(place + " has " + field.getKey() + ", which nobody describes");
            }
        });
    }

    private static void checkElement(
            String place, JsonNode element, JsonNode schema, JsonNode document, List<String> broken) {
        if (schema.has("items")) {
            check(place + "[]", element, schema.path("items"), document, broken);
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
