package io.crosscare.chassis.testing.contract;

import io.crosscare.chassis.problem.Blame;
import io.crosscare.chassis.problem.FieldError;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.web.ProblemBody;
import io.crosscare.chassis.web.StrictJson;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Faults and refusals as the document has them: one schema, one example for every type and for every reason to refuse. */
final class Problems {

    static final String SCHEMA = "Problem";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper JSON = StrictJson.tolerant();
    private static final String EXAMPLES = "#/components/examples/";
    private static final String INSTANCE = "5f2c9d0e-41";
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    /** Members that only some problems have, because they tell what stands in the way. */
    private static final List<String> TEXTS = List.of(
            "auditId",
            "batchId",
            "entryId",
            "field",
            "filingId",
            "importId",
            "peer",
            "policyHash",
            "rebuildId",
            "settlementId",
            "state",
            "visitId");

    private static final List<String> COUNTS =
            List.of("bytesMax", "expectedSequence", "flawCount", "lineNumber", "rowsMax");
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final Set<ProblemType> WITH_RETRY_AFTER = EnumSet.of(
            ProblemType.TOO_MANY_REQUESTS,
            ProblemType.BUSY,
            ProblemType.STORE_UNAVAILABLE,
            ProblemType.PEER_UNAVAILABLE,
            ProblemType.PEER_TIMEOUT);

    private final Vocabulary vocabulary;
    private final Map<String, ProblemException> refusals;
    private final Collection<ProblemException> others;

    /**
     * The problems of one service.
     *
     * @param refusals by reason, in order of precedence
     * @param others more of the same reasons, of which only the members are told
     */
    Problems(Vocabulary vocabulary, Map<String, ProblemException> refusals, Collection<ProblemException> others) {
        this.vocabulary = vocabulary;
        this.refusals = refusals;
        this.others = others;
    }

    ObjectNode schema() {
        ObjectNode schema = NODES.objectNode().put("type", "object");
        schema.put("description", vocabulary.require(SCHEMA).text());
        ArrayNode required = schema.putArray("required");
        List.of("type", "title", "titleZh", "status", "detail", "detailZh", "blame")
                .forEach(required::add);
        ObjectNode properties = schema.putObject("properties");
        property(properties, "type", "string").put("format", "uri");
        property(properties, "title", "string");
        property(properties, "titleZh", "string");
        property(properties, "status", "integer").put("format", "int32");
        property(properties, "detail", "string");
        property(properties, "detailZh", "string");
        ArrayNode blames = property(properties, "blame", "string").putArray("enum");
        Arrays.stream(Blame.values()).forEach(blame -> blames.add(blame.name()));
        property(properties, "instance", "string");
        property(properties, "traceId", "string").put("pattern", "^[0-9a-f]{32}$");
        ObjectNode error = property(properties, "errors", "array").putObject("items");
        error.put("type", "object");
        ArrayNode all = error.putArray("required");
        ObjectNode members = error.putObject("properties");
        List.of("field", "rule", "message", "messageZh").forEach(name -> {
            all.add(name);
            property(members, name, "string");
        });
        TEXTS.forEach(name -> property(properties, name, "string"));
        COUNTS.forEach(name -> property(properties, name, "integer").put("format", "int64"));
        property(properties, "flaws", "array").putObject("items").put("type", "object");
        schema.put("additionalProperties", true);
        return schema;
    }

    private ObjectNode property(ObjectNode properties, String name, String type) {
        return properties
                .putObject(name)
                .put("type", type)
                .put("description", vocabulary.require("problem." + name).text());
    }

    /** What a reader sees of each type and reason. */
    Map<String, ObjectNode> examples(Set<ProblemType> types) {
        Map<String, ObjectNode> examples = new TreeMap<>();
        types.stream()
                .filter(type -> type != ProblemType.REFUSED)
                .forEach(type -> examples.put(type.slug(), example(type.title(), exampleOf(type))));
        refusals.forEach((reason, refusal) -> examples.put(reason, example(refusal.detail(), refusal)));
        return examples;
    }

    private static ProblemException exampleOf(ProblemType type) {
        if (type == ProblemType.INVALID_REQUEST) {
            return ProblemException.invalid(
                    List.of(new FieldError("careRegion", "required", Text.of("必填", "is required"))));
        }
        return ProblemException.of(type);
    }

    private static ObjectNode example(Text summary, ProblemException problem) {
        ObjectNode example = NODES.objectNode().put("summary", summary.zh() + " · " + summary.en());
        example.set("value", JSON.valueToTree(ProblemBody.of(problem, INSTANCE, TRACE)));
        return example;
    }

    void addReasons(ArrayNode reasons) {
        refusals.keySet().forEach(reasons::add);
    }

    /** Members of refusals beside those that every refusal has, with one value of each. */
    Map<String, Object> furtherMembers() {
        Map<String, Object> members = new TreeMap<>();
        Stream.concat(refusals.values().stream(), others.stream())
                .forEach(refusal -> members.putAll(refusal.extensions()));
        return members;
    }

    /** The responses of an operation with these problems, by status. */
    Map<String, ObjectNode> responses(Set<ProblemType> types) {
        Map<String, Set<ProblemType>> byStatus = new TreeMap<>();
        types.forEach(type -> byStatus.computeIfAbsent(
                        Integer.toString(type.status()), _ -> EnumSet.noneOf(ProblemType.class))
                .add(type));
        Map<String, ObjectNode> responses = new TreeMap<>();
        byStatus.forEach((status, ofStatus) -> responses.put(status, response(ofStatus)));
        return responses;
    }

    private ObjectNode response(Set<ProblemType> types) {
        ObjectNode response = NODES.objectNode();
        response.put(
                "description",
                String.join(
                        "; ",
                        types.stream()
                                .map(type -> "`%s` %s · %s"
                                        .formatted(
                                                type.slug(),
                                                type.title().zh(),
                                                type.title().en()))
                                .toList()));
        if (WITH_RETRY_AFTER.containsAll(types)) {
            response.putObject("headers").putObject("Retry-After").put("$ref", "#/components/headers/Retry-After");
        }
        ObjectNode media = response.putObject("content").putObject("application/problem+json");
        boolean isRefusal = types.contains(ProblemType.REFUSED);
        media.putObject("schema").put("$ref", "#/components/schemas/" + (isRefusal ? "Refused" : SCHEMA));
        ObjectNode examples = media.putObject("examples");
        types.stream()
                .filter(type -> type != ProblemType.REFUSED)
                .forEach(type -> examples.putObject(type.slug()).put("$ref", EXAMPLES + type.slug()));
        if (isRefusal) {
            refusals.keySet().forEach(reason -> examples.putObject(reason).put("$ref", EXAMPLES + reason));
        }
        return response;
    }

    /** How long a caller waits; the same header for every type that has it. */
    static ObjectNode retryAfter(Vocabulary vocabulary) {
        ObjectNode header = NODES.objectNode()
                .put("description", vocabulary.require("Retry-After").text());
        header.putObject("schema").put("type", "integer").put("minimum", 1);
        header.put("example", RETRY_AFTER.toSeconds());
        return header;
    }

    static Map<String, ProblemType> bySlug() {
        Map<String, ProblemType> types = new TreeMap<>();
        Arrays.stream(ProblemType.values()).forEach(type -> types.put(type.slug(), type));
        return types;
    }
}
