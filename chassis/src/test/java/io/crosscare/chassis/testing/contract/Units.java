package io.crosscare.chassis.testing.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * Amounts are fen, ratios basis points, days are days in China and instants are UTC: every property and parameter that is one
 * of them has to say so, in its description.
 */
public final class Units {

    private static final String SCHEMA = "schema";
    private static final List<String> COUNTED_IN_YUAN = List.of("unitPrice", "amountYuan");

    private Units() {}

    /** Places whose description does not name the unit. */
    public static List<String> unsaid(JsonNode document) {
        List<String> unsaid = new ArrayList<>();
        document.path("components")
                .path("schemas")
                .properties()
                .forEach(schema -> visit("schemas/" + schema.getKey(), schema.getValue(), unsaid));
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operation
                                .getValue()
                                .path("parameters")
                                .forEach(parameter -> check(
                                        operation.getKey() + " " + path.getKey(),
                                        parameter.path("name").asString(""),
                                        parameter.path(SCHEMA),
                                        parameter.path("description").asString(""),
                                        unsaid))));
        return unsaid;
    }

    private static void visit(String place, JsonNode schema, List<String> unsaid) {
        schema.path("properties").properties().forEach(property -> {
            check(
                    place,
                    property.getKey(),
                    property.getValue(),
                    property.getValue().path("description").asString(""),
                    unsaid);
            visit(place + "/" + property.getKey(), property.getValue(), unsaid);
        });
        schema.path("allOf").forEach(part -> visit(place, part, unsaid));
        visitIfThere(place, schema.path("items"), unsaid);
    }

    private static void visitIfThere(String place, JsonNode items, List<String> unsaid) {
        if (items.isObject()) {
            visit(place, items, unsaid);
        }
    }

    private static void check(String place, String name, JsonNode schema, String description, List<String> unsaid) {
        String unit = unitOf(name, schema);
        if (!unit.isEmpty() && !description.toLowerCase(Locale.ROOT).contains(unit.toLowerCase(Locale.ROOT))) {
            unsaid.add("%s: %s does not say \"%s\": %s".formatted(place, name, unit, description));
        }
    }

    private static String unitOf(String name, JsonNode schema) {
        String format = schema.path("format").asString("");
        if (name.endsWith("Fen")) {
            return "fen";
        } else if (name.endsWith("Bp")) {
            return "basis points";
        } else if (name.endsWith("Yuan") || COUNTED_IN_YUAN.contains(name)) {
            return "yuan";
        } else if (name.endsWith("Months")) {
            return "months";
        } else if (format.equals("date")) {
            return "China";
        } else if (format.equals("date-time")) {
            return "UTC";
        }
        return "";
    }
}
