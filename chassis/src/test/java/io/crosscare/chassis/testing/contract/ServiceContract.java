package io.crosscare.chassis.testing.contract;

import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.chassis.security.Role;
import io.crosscare.chassis.testing.RepositoryRoot;
import io.crosscare.chassis.testing.contract.SourceDocs.Words;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The doors of one service as OpenAPI 3.1. Paths, parameters and types are those of its controllers and records; words, roles,
 * statuses and faults are in their Javadoc: the first sentence is the summary, the parameter {@code caller} says who may
 * come, what is returned begins with each status, what is thrown names the problems that are not common to all doors. What the
 * gateway does not open is not in it.
 */
public final class ServiceContract {

    /** Of the files with examples, by media type; JSON where it is none of these. */
    private static final Map<String, String> EXTENSIONS = Map.of(
            "text/plain", ".txt",
            "text/csv", ".csv",
            "text/html", ".html",
            "application/pdf", ".pdf",
            "application/x-ndjson", ".ndjson");

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern STATUS = Pattern.compile("(\\d{3}) (.*)");
    private static final Pattern SENTENCE = Pattern.compile("(.+?)[.。](?: (.*)|$)");
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String STATE = "Settlement-State";
    private static final String DESCRIPTION = "description";
    private static final Path EXAMPLES = Path.of("docs/api/examples");
    private static final Set<ProblemType> EVERYWHERE = EnumSet.of(
            ProblemType.UNAUTHENTICATED,
            ProblemType.TOO_MANY_REQUESTS,
            ProblemType.INTERNAL,
            ProblemType.BUSY,
            ProblemType.STORE_UNAVAILABLE,
            ProblemType.PEER_UNAVAILABLE,
            ProblemType.PEER_TIMEOUT);

    private final String service;
    private final Vocabulary vocabulary = Vocabulary.ofTheSuite();
    private final Schemas schemas;
    private final Problems problems;
    private final List<Handler> handlers;
    private final List<GatewayDoors.Door> doors;

    /**
     * Reads the code of a service.
     *
     * @param service as the gateway calls it
     * @param module its folder
     * @param refusals one refusal of each reason
     */
    public ServiceContract(String service, String module, Map<String, ProblemException> refusals) {
        this(service, module, refusals, List.of());
    }

    /**
     * Reads the code of a service.
     *
     * @param others more refusals of the same reasons, whose members the document describes too
     */
    public ServiceContract(
            String service,
            String module,
            Map<String, ProblemException> refusals,
            Collection<ProblemException> others) {
        this.service = service;
        Path root = RepositoryRoot.find();
        SourceDocs docs = SourceDocs.under(
                List.of(root.resolve(module).resolve("src/main/java"), root.resolve("chassis/src/main/java")));
        this.schemas = new Schemas(docs, vocabulary, SCHEMAS);
        this.problems = new Problems(vocabulary, refusals, others);
        this.handlers = Handler.in("io.crosscare." + service, docs);
        this.doors = GatewayDoors.read().of(service);
    }

    /** Doors of the code that the gateway does not open. */
    public Set<String> internalDoors() {
        Set<String> internal = new TreeSet<>(handlers.stream().map(Handler::id).toList());
        doors.forEach(door -> internal.remove(door.id()));
        return internal;
    }

    /** Doors that the gateway opens and nothing answers at. */
    public Set<String> missingDoors() {
        Set<String> missing =
                new TreeSet<>(doors.stream().map(GatewayDoors.Door::id).toList());
        handlers.forEach(handler -> missing.remove(handler.id()));
        return missing;
    }

    /**
     * The document.
     *
     * @throws IllegalStateException with everything that nobody explains
     */
    public ObjectNode document() {
        ObjectNode document = read();
        if (!schemas.unexplained().isEmpty()) {
            throw new IllegalStateException(
                    "neither Javadoc nor docs/fields.md explains:\n" + String.join("\n", schemas.unexplained()));
        }
        return document;
    }

    private ObjectNode read() {
        ObjectNode document = head(service);
        ArrayNode tags = document.putArray("tags");
        ObjectNode paths = document.putObject("paths");
        Set<String> tagged = new HashSet<>();
        Set<ProblemType> used = EnumSet.noneOf(ProblemType.class);
        for (GatewayDoors.Door door : doors) {
            List<Handler> ofDoor = handlers.stream()
                    .filter(handler -> handler.id().equals(door.id()))
                    .toList();
            if (!ofDoor.isEmpty()) {
                String tag = door.path().substring(1).replaceFirst("/.*", "");
                if (tagged.add(tag)) {
                    tags.addObject()
                            .put("name", tag)
                            .put(DESCRIPTION, vocabulary.require(tag).text());
                }
                ObjectNode item =
                        paths.get(door.path()) instanceof ObjectNode there ? there : paths.putObject(door.path());
                item.set(door.method().toLowerCase(Locale.ROOT), operation(ofDoor, tag, used));
            }
        }
        document.set("components", components(used, paths.toString()));
        return document;
    }

    /** What every document of the suite begins with. */
    static ObjectNode head(String name) {
        Vocabulary vocabulary = Vocabulary.ofTheSuite();
        ObjectNode document = NODES.objectNode().put("openapi", "3.1.0");
        ObjectNode info = document.putObject("info");
        info.put("title", vocabulary.require("api." + name + ".title").text());
        info.put("version", "1.0.0");
        info.put(DESCRIPTION, vocabulary.require("api.description").text());
        info.putObject("contact").put("name", "CrossCare");
        document.putArray("servers")
                .addObject()
                .put("url", "/api/v1")
                .put(DESCRIPTION, vocabulary.require("api.server").text());
        document.putArray("security").addObject().putArray("bearer");
        return document;
    }

    private ObjectNode operation(List<Handler> ofDoor, String tag, Set<ProblemType> used) {
        Handler first = ofDoor.getFirst();
        String id = first.operationId();
        ObjectNode operation = NODES.objectNode().put("operationId", id);
        operation.putArray("tags").add(tag);
        List<String> texts = new ArrayList<>();
        Set<String> roles = new TreeSet<>();
        Map<String, ObjectNode> parameters = new LinkedHashMap<>();
        Map<String, ObjectNode> responses = new LinkedHashMap<>();
        Set<ProblemType> types = EnumSet.copyOf(EVERYWHERE);
        List<Handler> taking =
                ofDoor.stream().filter(handler -> handler.body().isPresent()).toList();
        for (Handler handler : ofDoor) {
            Matcher sentence = SENTENCE.matcher(handler.doc().words().text());
            if (!sentence.matches()) {
                schemas.unexplained(handler.method() + ": Javadoc");
                continue;
            }
            String ofBody = taking.size() > 1 ? bodyTypes(handler) + ": " : "";
            if (!operation.has("summary")) {
                operation.put("summary", sentence.group(1));
                Optional.ofNullable(sentence.group(2)).ifPresent(more -> texts.add(ofBody + more));
            } else {
                texts.add(ofBody + sentence.group(1) + ".");
                Optional.ofNullable(sentence.group(2)).ifPresent(texts::add);
            }
            texts.add(whoMay(handler, roles));
            addParameters(handler, ofDoor.size(), parameters);
            addResponses(handler, id, ofBody, responses);
            types.addAll(typesOf(handler));
        }
        if (first.isPublic()) {
            operation.putArray("security");
            types.remove(ProblemType.UNAUTHENTICATED);
        }
        operation.put(DESCRIPTION, String.join("\n\n", texts.stream().distinct().toList()));
        if (!parameters.isEmpty()) {
            operation.putArray("parameters").addAll(parameters.values());
        }
        if (!taking.isEmpty()) {
            ObjectNode content =
                    operation.putObject("requestBody").put("required", true).putObject("content");
            taking.forEach(handler -> addBody(handler, content, id));
        }
        responses.putAll(problems.responses(types));
        ObjectNode all = operation.putObject("responses");
        responses.forEach(all::set);
        if (!roles.isEmpty()) {
            ArrayNode named = operation.putArray("x-crosscare-roles");
            roles.forEach(named::add);
        }
        used.addAll(types);
        return operation;
    }

    private String whoMay(Handler handler, Set<String> roles) {
        String label = vocabulary.require("api.callers").text() + ": ";
        if (handler.isPublic()) {
            return label + vocabulary.require("api.anybody").text();
        }
        if (!handler.asksWhoCalls()) {
            return label + vocabulary.require("api.everybody").text();
        }
        Words words = handler.doc().params().getOrDefault("caller", Words.NONE);
        Set<String> known = Arrays.stream(Role.values()).map(Role::name).collect(Collectors.toSet());
        List<String> named = words.codes().stream().filter(known::contains).toList();
        if (named.isEmpty()) {
            schemas.unexplained(handler.method() + ": @param caller with a role");
        }
        roles.addAll(named);
        return label + words.text();
    }

    private void addParameters(Handler handler, int handlersOfDoor, Map<String, ObjectNode> parameters) {
        for (Parameter parameter : handler.inPath()) {
            addParameter(handler, parameter, "path", handlersOfDoor, parameters);
        }
        for (Parameter parameter : handler.inQuery()) {
            addParameter(handler, parameter, "query", handlersOfDoor, parameters);
        }
        if (handler.hasKey()) {
            parameters.put(
                    IdempotencyKey.HEADER,
                    NODES.objectNode().put("$ref", "#/components/parameters/" + IdempotencyKey.HEADER));
        }
    }

    private void addParameter(
            Handler handler, Parameter parameter, String in, int handlersOfDoor, Map<String, ObjectNode> parameters) {
        String name = Handler.nameOf(parameter);
        Words words = handler.doc().params().getOrDefault(parameter.getName(), Words.NONE);
        boolean isRequired = in.equals("path") || (handlersOfDoor == 1 && !Schemas.isOptional(words));
        ObjectNode described =
                NODES.objectNode().put("name", name).put("in", in).put("required", isRequired);
        described.put(DESCRIPTION, schemas.describe(name, words, String.valueOf(handler.method())));
        described.set("schema", schemas.ofText(name, words, name.equals("limit") ? Integer.class : String.class));
        parameters.putIfAbsent(name, described);
    }

    private static String bodyTypes(Handler handler) {
        return handler.bodyTypes().stream().map(type -> "`" + type + "`").collect(Collectors.joining(", "));
    }

    private void addBody(Handler handler, ObjectNode content, String id) {
        Parameter body = handler.body().orElseThrow();
        for (String type : handler.bodyTypes()) {
            ObjectNode media = content.putObject(type);
            if (type.equals("application/json")) {
                media.set("schema", schemas.ofRequest(body.getParameterizedType()));
                addExample(media, id + ".request.json");
            } else {
                Words words = handler.doc().params().getOrDefault(body.getName(), Words.NONE);
                media.putObject("schema")
                        .put("type", "string")
                        .put(DESCRIPTION, schemas.describe(body.getName(), words, String.valueOf(handler.method())));
                addExample(media, id + ".request" + EXTENSIONS.getOrDefault(type, ".json"));
            }
        }
    }

    /** Handlers of one door that take different bodies say of each what they answer. */
    private void addResponses(Handler handler, String id, String ofBody, Map<String, ObjectNode> responses) {
        String returned = handler.doc().returned().text();
        for (String part : List.of(returned.split("; (?=\\d{3} )", -1))) {
            Matcher numbered = STATUS.matcher(part);
            String status = numbered.matches() ? numbered.group(1) : "200";
            String text = numbered.matches() ? numbered.group(2) : part;
            if (text.isEmpty()) {
                schemas.unexplained(handler.method() + ": @return");
            }
            ObjectNode response = responses.computeIfAbsent(status, _ -> NODES.objectNode());
            String told = response.path(DESCRIPTION).asString("");
            if (told.isEmpty()) {
                response.put(DESCRIPTION, ofBody + text);
            } else if (!ofBody.isEmpty()) {
                response.put(DESCRIPTION, told + "; " + ofBody + text);
            }
            addHeaders(response, text);
            ObjectNode content =
                    response.get("content") instanceof ObjectNode there ? there : response.putObject("content");
            addContent(handler, content, id + "." + status);
        }
    }

    private void addHeaders(ObjectNode response, String text) {
        for (String header : List.of(IdempotencyKey.HIT, STATE, "Retry-After")) {
            if (text.contains("`" + header + "`")) {
                response.withObjectProperty("headers").putObject(header).put("$ref", "#/components/headers/" + header);
            }
        }
    }

    /** Two handlers of one door answer with one or the other. */
    private void addContent(Handler handler, ObjectNode content, String example) {
        ObjectNode schema = schemas.ofAnswer(handler.answer());
        if (content.get(handler.mediaType()) instanceof ObjectNode media) {
            if (!schema.equals(media.get("schema"))) {
                JsonNode other = media.get("schema");
                media.putObject("schema").putArray("oneOf").add(other).add(schema);
            }
            return;
        }
        ObjectNode media = content.putObject(handler.mediaType());
        media.set("schema", schema);
        addExample(media, example + EXTENSIONS.getOrDefault(handler.mediaType(), ".json"));
    }

    private static void addExample(ObjectNode media, String file) {
        Path path = EXAMPLES.resolve(file);
        if (Files.exists(RepositoryRoot.find().resolve(path))) {
            media.set("example", KeptFile.readExample(path.toString()));
        }
    }

    private static Set<ProblemType> typesOf(Handler handler) {
        Set<ProblemType> types = EnumSet.noneOf(ProblemType.class);
        if (handler.asksWhoCalls()) {
            types.add(ProblemType.FORBIDDEN);
        }
        types.add(ProblemType.INVALID_REQUEST); // a parameter that no door knows is one
        if (!handler.inPath().isEmpty()) {
            types.add(ProblemType.NOT_FOUND);
        }
        if (handler.hasKey()) {
            types.addAll(EnumSet.of(ProblemType.INVALID_REQUEST, ProblemType.IDEMPOTENCY_KEY_REQUIRED));
        }
        if (handler.body().isPresent()) {
            types.addAll(
                    EnumSet.of(ProblemType.REQUEST_TIMEOUT, ProblemType.TOO_LARGE, ProblemType.UNSUPPORTED_MEDIA_TYPE));
        }
        Map<String, ProblemType> bySlug = Problems.bySlug();
        for (String slug : handler.doc().thrown().codes()) {
            ProblemType type = bySlug.get(slug);
            if (type == null) {
                throw new IllegalStateException(handler.method() + " throws " + slug + ", which is no problem");
            }
            types.add(type);
        }
        return types;
    }

    private ObjectNode components(Set<ProblemType> used, String paths) {
        ObjectNode components = NODES.objectNode();
        ObjectNode bearer = components.putObject("securitySchemes").putObject("bearer");
        bearer.put("type", "http").put("scheme", "bearer").put("bearerFormat", "JWT");
        bearer.put(DESCRIPTION, vocabulary.require("api.bearer").text());
        if (paths.contains("/parameters/" + IdempotencyKey.HEADER)) {
            components.putObject("parameters").set(IdempotencyKey.HEADER, key());
        }
        ObjectNode headers = components.putObject("headers");
        if (paths.contains("/headers/" + IdempotencyKey.HIT)) {
            header(headers, IdempotencyKey.HIT).putArray("enum").add("true");
        }
        if (paths.contains("/headers/" + STATE)) {
            ArrayNode states = header(headers, STATE).putArray("enum");
            List.of("LIVE", "CANCELLED", "REVERSED").forEach(states::add);
        }
        headers.set("Retry-After", Problems.retryAfter(vocabulary));
        schemas.put(Problems.SCHEMA, problems.schema());
        if (used.contains(ProblemType.REFUSED)) {
            schemas.put("Refused", refused());
        }
        ObjectNode all = components.putObject("schemas");
        schemas.components().forEach(all::set);
        ObjectNode examples = components.putObject("examples");
        problems.examples(used).forEach(examples::set);
        return components;
    }

    private ObjectNode key() {
        ObjectNode key = NODES.objectNode();
        key.put("name", IdempotencyKey.HEADER).put("in", "header").put("required", true);
        key.put(DESCRIPTION, vocabulary.require(IdempotencyKey.HEADER).text());
        key.putObject("schema").put("type", "string").put("pattern", "^[\\x21-\\x7e]{1,128}$");
        return key.put("example", "settle-20190910-0001");
    }

    private ObjectNode header(ObjectNode headers, String name) {
        ObjectNode header = headers.putObject(name);
        header.put(DESCRIPTION, vocabulary.require(name).text());
        return header.putObject("schema").put("type", "string");
    }

    /** A problem that says by which reason, who can mend it and what to do next; the rest depends on the reason. */
    private ObjectNode refused() {
        ObjectNode refused = NODES.objectNode()
                .put(DESCRIPTION, vocabulary.require("Refused").text());
        ArrayNode all = refused.putArray("allOf");
        all.add(schemas.ref(Problems.SCHEMA));
        ObjectNode more = all.addObject().put("type", "object");
        ArrayNode required = more.putArray("required");
        ObjectNode properties = more.putObject("properties");
        problems.addReasons(member(properties, "reason", "string").putArray("enum"));
        required.add("reason");
        for (String name : List.of("message", "messageEn", "nextStep", "nextStepEn", "decidedOn")) {
            required.add(name);
            member(properties, name, "string");
        }
        ((ObjectNode) properties.path("decidedOn")).put("format", "date");
        ((ObjectNode) properties.path("message")).put("maxLength", 60);
        required.add("responsible");
        ObjectNode responsible = member(properties, "responsible", "object");
        ArrayNode always = responsible.putArray("required");
        ObjectNode members = responsible.putObject("properties");
        List.of("name", "region", "phone").forEach(name -> member(members, "responsible." + name, "string"));
        always.add("name").add("region");
        problems.furtherMembers().forEach((name, value) -> {
            if (!properties.has(name)) {
                properties.set(
                        name,
                        ofMember(value, vocabulary.require("refused." + name).text()));
            }
        });
        return refused;
    }

    private ObjectNode ofMember(Object value, String text) {
        ObjectNode schema = ofValue(value);
        if (value instanceof String && text.contains(Schemas.DAY_IN_CHINA)) {
            schema.put("format", "date");
        }
        return schema.put(DESCRIPTION, text);
    }

    /** The schema of a member that only some reasons have. */
    private ObjectNode ofValue(Object value) {
        return switch (value) {
            case List<?> _ -> {
                ObjectNode list = NODES.objectNode().put("type", "array");
                list.putObject("items").put("type", "string");
                yield list;
            }
            default -> schemas.ofAnswer(value.getClass());
        };
    }

    private ObjectNode member(ObjectNode properties, String name, String type) {
        return properties
                .putObject(name.substring(name.indexOf('.') + 1))
                .put("type", type)
                .put(DESCRIPTION, vocabulary.require("refused." + name).text());
    }
}
