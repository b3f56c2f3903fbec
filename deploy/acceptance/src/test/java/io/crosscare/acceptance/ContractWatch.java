package io.crosscare.acceptance;

import io.crosscare.chassis.testing.contract.SchemaCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds everything the gateway answers in these tests against its OpenAPI document: the status is one of the operation's, the
 * body fits its schema, and so does the body of a request that was taken. With {@code -Ddocs=apply} the first answer of each
 * operation that has no example yet becomes its example; the people in it are made up.
 */
final class ContractWatch {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path EXAMPLES = RepositoryFolder.root().resolve("docs/api/examples");
    private static final String PROBLEM = "application/problem+json";
    private static final String CSV = "text/csv";

    /** Of a file its beginning says enough. */
    private static final int LINES_MAX = 12;

    private final JsonNode document;

    ContractWatch() {
        try {
            this.document = JSON.readTree(
                    Files.readString(RepositoryFolder.root().resolve("gateway/src/main/resources/openapi.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails with the places where call or answer are not as the document says. */
    void answered(Call call, Answer answer) {
        JsonNode operation = operationOf(call);
        if (operation == null || answer.status() == 404 || answer.status() == 405) {
            return;
        }
        String id = operation.path("operationId").asString();
        JsonNode response = operation.path("responses").path(Integer.toString(answer.status()));
        if (!response.isObject()) {
            throw new Difference("%s: 契约中没有状态码 %d · the contract has no status %d: %s"
                    .formatted(id, answer.status(), answer.status(), answer.text()));
        }
        String mediaType = answer.header("Content-Type").orElse("").replaceFirst(";.*", "");
        JsonNode schema = response.path("content").path(mediaType).path("schema");
        if (mediaType.endsWith("json")) {
            require(id + " " + answer.status(), answer.json(), schema);
        } else if (!schema.isObject()) {
            throw new Difference("%s: 契约中没有 %s · the contract has no %s".formatted(id, mediaType, mediaType));
        }
        if (!mediaType.equals(PROBLEM)) {
            taken(id, operation, call, answer);
        }
    }

    private void taken(String id, JsonNode operation, Call call, Answer answer) {
        String body = call.body();
        JsonNode request = operation.path("requestBody").path("content").path("application/json");
        if (body != null && request.isObject()) {
            require(id + " request", JSON.readTree(body), request.path("schema"));
            keep(id + ".request.json", JSON.readTree(body));
        } else if (body != null
                && operation.path("requestBody").path("content").path(CSV).isObject()) {
            keepText(id + ".request.csv", body);
        }
        List<String> asked = operation
                .path("parameters")
                .valueStream()
                .map(parameter -> parameter.path("name").asString(""))
                .toList();
        if (!asked.containsAll(call.query().keySet())) {
            throw new Difference("%s: 契约中没有参数 · the contract has not all of %s"
                    .formatted(id, call.query().keySet()));
        }
        if (answer.header("Content-Type").orElse("").contains("json")) {
            keep(id + "." + answer.status() + ".json", answer.json());
        } else {
            keepText(id + "." + answer.status() + extensionOf(answer), answer.text());
        }
    }

    private void require(String name, JsonNode value, JsonNode schema) {
        List<String> broken = new ArrayList<>(SchemaCheck.broken(value, schema, document));
        if (!broken.isEmpty()) {
            throw new Difference("%s: 与契约不符 · not as the contract says: %s".formatted(name, broken));
        }
    }

    private @Nullable JsonNode operationOf(Call call) {
        List<String> segments = List.of(call.path().split("/", -1));
        JsonNode best = null;
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            JsonNode operation = path.getValue().path(call.method().toLowerCase(Locale.ROOT));
            if (operation.isObject() && fits(List.of(path.getKey().split("/", -1)), segments)) {
                best = path.getKey().endsWith("}") && best != null ? best : operation;
            }
        }
        return best;
    }

    private static boolean fits(List<String> pattern, List<String> segments) {
        if (pattern.size() != segments.size()) {
            return false;
        }
        for (int i = 0; i < pattern.size(); i++) {
            if (!pattern.get(i).startsWith("{") && !pattern.get(i).equals(segments.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static String extensionOf(Answer answer) {
        String type = answer.header("Content-Type").orElse("");
        if (type.startsWith(CSV)) {
            return ".csv";
        }
        return type.startsWith("text/html") ? ".html" : ".txt";
    }

    /** Of a list one item says enough. */
    private static void keep(String file, JsonNode value) {
        if (value instanceof ObjectNode object && object.get("items") instanceof ArrayNode items) {
            if (items.isEmpty()) {
                return;
            }
            while (items.size() > 1) {
                items.remove(items.size() - 1);
            }
        }
        keepText(file, value.toPrettyString() + "\n");
    }

    private static void keepText(String file, String text) {
        Path example = EXAMPLES.resolve(file);
        if (!"apply".equals(System.getProperty("docs")) || Files.exists(example)) {
            return;
        }
        try {
            Files.createDirectories(EXAMPLES);
            Files.writeString(
                    example,
                    file.endsWith(".csv")
                            ? text.lines()
                                    .limit(LINES_MAX)
                                    .map(line -> line + "\n")
                                    .collect(Collectors.joining())
                            : text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
