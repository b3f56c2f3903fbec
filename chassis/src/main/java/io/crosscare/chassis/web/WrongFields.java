package io.crosscare.chassis.web;

import io.crosscare.chassis.problem.FieldError;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Goes through a body that could not be read, and names every field that is not known or has the wrong type: reading stops at
 * the first of them.
 */
final class WrongFields {

    private static final int ERRORS_MAX = 100;

    private final ObjectMapper json;
    private final List<FieldError> found = new ArrayList<>();

    private WrongFields(ObjectMapper json) {
        this.json = json;
    }

    /** In the order of the body; none where the body is no JSON. */
    static List<FieldError> in(byte[] body, Type expected, ObjectMapper json) {
        WrongFields fields = new WrongFields(json);
        try {
            fields.check("", json.readTree(body), expected);
        } catch (JacksonException _) {
            return List.of();
        }
        return fields.found;
    }

    private void check(String path, JsonNode given, Type expected) {
        if (given.isNull() || given.isMissingNode() || found.size() == ERRORS_MAX) {
            return;
        }
        Type[] arguments =
                expected instanceof ParameterizedType generic ? generic.getActualTypeArguments() : new Type[0];
        Type raw = expected instanceof ParameterizedType generic ? generic.getRawType() : expected;
        if (raw instanceof Class<?> type && type.isRecord()) {
            checkRecord(path, given, type);
        } else if (raw == List.class) {
            checkList(path, given, arguments[0]);
        } else if (raw == Map.class) {
            checkMap(path, given, arguments[1]);
        } else if (!isReadable(given, expected)) {
            found.add(InputErrors.wrongType(path));
        }
    }

    private void checkRecord(String path, JsonNode given, Class<?> type) {
        if (!given.isObject()) {
            found.add(InputErrors.wrongType(path));
            return;
        }
        Map<String, Type> components = Arrays.stream(type.getRecordComponents())
                .collect(Collectors.toMap(RecordComponent::getName, RecordComponent::getGenericType));
        checkMembers(path, given, components::get);
    }

    private void checkMap(String path, JsonNode given, Type values) {
        if (given.isObject()) {
            checkMembers(path, given, _ -> values);
        } else {
            found.add(InputErrors.wrongType(path));
        }
    }

    private void checkMembers(String path, JsonNode given, Function<String, @Nullable Type> typeOf) {
        given.properties().forEach(member -> {
            String name = member.getKey();
            String inside = path.isEmpty() ? name : path + "." + name;
            Type type = typeOf.apply(name);
            if (type != null) {
                check(inside, member.getValue(), type);
            } else if (found.size() < ERRORS_MAX) {
                found.add(InputErrors.unknownField(inside));
            }
        });
    }

    private void checkList(String path, JsonNode given, Type elements) {
        if (!given.isArray()) {
            found.add(InputErrors.wrongType(path));
            return;
        }
        for (int i = 0; i < given.size(); i++) {
            check(path + "[" + i + "]", given.get(i), elements);
        }
    }

    private boolean isReadable(JsonNode given, Type expected) {
        try {
            json.treeToValue(given, json.constructType(expected));
            return true;
        } catch (JacksonException _) {
            return false;
        }
    }
}
