package io.crosscare.benchmark.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Everything a run found, for machines: one object in one file, nothing rounded. */
public final class JsonFile {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonFile() {}

    /** An empty object. */
    public static ObjectNode begin() {
        return JSON.createObjectNode();
    }

    public static void numbers(ArrayNode array, List<Double> numbers) {
        numbers.forEach(array::add);
    }

    public static void write(Path file, ObjectNode root) throws IOException {
        Files.writeString(file, JSON.writeValueAsString(root) + "\n");
    }
}
