package io.crosscare.chassis.testing.contract;

import io.crosscare.chassis.event.EventHandler;
import io.crosscare.chassis.event.Topic;
import io.crosscare.chassis.testing.EventContract;
import io.crosscare.chassis.testing.RepositoryRoot;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The topics of one service as AsyncAPI 3.0: what it publishes, with the record that is the body and the golden JSON of every
 * event as its examples, and what it receives.
 */
public final class ServiceEvents {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String DESCRIPTION = "description";
    private static final String HEARTBEAT = "io.crosscare.heartbeat.v1";
    private static final String CHANNELS = "#/channels/";
    private static final String MESSAGES = "#/components/messages/";

    private final String service;
    private final Vocabulary vocabulary = Vocabulary.ofTheSuite();
    private final Schemas schemas;
    private final Map<Topic, Class<?>> bodies = new LinkedHashMap<>();
    private final Map<Topic, Map<String, List<String>>> goldens = new LinkedHashMap<>();
    private final List<Topic> received;

    /**
     * The events of a service.
     *
     * @param service its short name
     * @param module its folder
     * @param received topics of others that it reads
     */
    public ServiceEvents(String service, String module, List<Topic> received) {
        this.service = service;
        this.received = List.copyOf(received);
        var root = RepositoryRoot.find();
        SourceDocs docs = SourceDocs.under(
                List.of(root.resolve(module).resolve("src/main/java"), root.resolve("chassis/src/main/java")));
        this.schemas = new Schemas(docs, vocabulary, "#/components/schemas/");
    }

    /**
     * Adds a topic.
     *
     * @param body record of every event on it
     * @param goldens names of the golden files by the fact they are of, {@code bill-settled}
     */
    public ServiceEvents publishing(Topic topic, Class<?> body, Map<String, List<String>> goldens) {
        bodies.put(topic, body);
        this.goldens.put(topic, new TreeMap<>(goldens));
        return this;
    }

    /** Topics that are told of here. */
    public Set<Topic> topics() {
        Set<Topic> topics = new HashSet<>(bodies.keySet());
        topics.addAll(received);
        return topics;
    }

    /** Topics that stand in the code as constants, or in that of a handler from elsewhere that its wiring makes. */
    public Set<Topic> topicsOfTheCode() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter((_, _) -> true);
        Set<Topic> topics = new HashSet<>();
        scanner.findCandidateComponents("io.crosscare." + service).stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .flatMap(type -> Stream.concat(Stream.of(type), handlersMadeBy(type)))
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(field -> field.getType() == Topic.class && Modifier.isStatic(field.getModifiers()))
                .forEach(field -> topics.add(valueOf(field)));
        return topics;
    }

    private static Stream<Class<?>> handlersMadeBy(Class<?> wiring) {
        return Arrays.stream(wiring.getDeclaredMethods())
                .<Class<?>>map(Method::getReturnType)
                .filter(EventHandler.class::isAssignableFrom);
    }

    private static Topic valueOf(Field constant) {
        try {
            constant.setAccessible(true);
            return (Topic) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Golden files of these topics that belong to no fact, and facts whose golden file is missing. */
    public Set<String> unassigned() {
        Set<String> files = new TreeSet<>(EventContract.names());
        files.removeIf(name -> bodies.keySet().stream().noneMatch(topic -> name.startsWith(topic.name())));
        goldens.values()
                .forEach(byFact -> byFact.values()
                        .forEach(names -> names.forEach(name -> {
                            if (!files.remove(name)) {
                                files.add("missing: " + name);
                            }
                        })));
        return files;
    }

    /**
     * The document.
     *
     * @throws IllegalStateException with everything that nobody explains, and with examples that the records do not allow
     */
    public ObjectNode document() {
        ObjectNode document = head(service);
        ObjectNode channels = document.putObject("channels");
        ObjectNode operations = document.putObject("operations");
        ObjectNode messages = NODES.objectNode();
        bodies.forEach((topic, body) -> {
            channels.set(topic.name(), channel(topic, messages, body));
            channels.set(topic.deadLetters(), deadLetters(topic));
            operations.set(operationOf("send", topic), operation("send", topic));
        });
        received.forEach(topic -> {
            channels.set(topic.name(), ofOthers(topic));
            operations.set(operationOf("receive", topic), operation("receive", topic));
        });
        ObjectNode components = document.putObject("components");
        components.set("messages", messages);
        schemas.put("CloudEventHeaders", headers());
        ObjectNode all = components.putObject("schemas");
        schemas.components().forEach(all::set);
        if (!schemas.unexplained().isEmpty()) {
            throw new IllegalStateException(
                    "neither Javadoc nor docs/fields.md explains:\n" + String.join("\n", schemas.unexplained()));
        }
        return document;
    }

    static ObjectNode head(String name) {
        Vocabulary vocabulary = Vocabulary.ofTheSuite();
        ObjectNode document = NODES.objectNode().put("asyncapi", "3.0.0");
        ObjectNode info = document.putObject("info");
        info.put("title", vocabulary.require("events." + name + ".title").text());
        info.put("version", "1.0.0");
        info.put(DESCRIPTION, vocabulary.require("events.description").text());
        info.putObject("contact").put("name", "CrossCare");
        document.put("defaultContentType", "application/json");
        return document;
    }

    private ObjectNode channel(Topic topic, ObjectNode messages, Class<?> body) {
        ObjectNode channel = NODES.objectNode().put("address", topic.name());
        String retention = vocabulary
                .require(topic.isState() ? "events.state" : "events.fact")
                .text();
        channel.put("title", vocabulary.require(topic.name()).text());
        channel.put(DESCRIPTION, retention);
        ObjectNode named = channel.putObject("messages");
        String version = topic.name().substring(topic.name().lastIndexOf(".v"));
        for (Map.Entry<String, List<String>> fact :
                goldens.getOrDefault(topic, Map.of()).entrySet()) {
            String type = "io.crosscare."
                    + topic.name().substring(0, topic.name().indexOf('.')) + "." + fact.getKey() + version;
            messages.set(type, message(topic, type, body, fact.getValue()));
            named.putObject(type).put("$ref", MESSAGES + type);
        }
        if (topic.isState()) {
            messages.set(HEARTBEAT, heartbeat());
            named.putObject(HEARTBEAT).put("$ref", MESSAGES + HEARTBEAT);
        }
        ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
        kafka.put("topic", topic.name()).put("partitions", Topic.PARTITIONS);
        ObjectNode configuration = kafka.putObject("topicConfiguration");
        if (topic.isState()) {
            configuration.putArray("cleanup.policy").add("compact");
        } else {
            configuration.putArray("cleanup.policy").add("delete");
            configuration.put("retention.ms", -1);
        }
        kafka.put("bindingVersion", "0.5.0");
        return channel;
    }

    /** Its publisher says what is on it. */
    private ObjectNode ofOthers(Topic topic) {
        return NODES.objectNode()
                .put("address", topic.name())
                .put("title", vocabulary.require(topic.name()).text())
                .put(DESCRIPTION, vocabulary.require("events.of-others").text());
    }

    private ObjectNode message(Topic topic, String type, Class<?> body, List<String> names) {
        ObjectNode message = NODES.objectNode().put("name", type);
        message.put("title", vocabulary.require(type).text());
        message.put("contentType", "application/json");
        message.set("headers", schemas.ref("CloudEventHeaders"));
        ObjectNode payload = schemas.ofAnswer(body);
        message.set("payload", payload);
        message.putObject("bindings")
                .set("kafka", key(vocabulary.require(topic.name() + ".key").text()));
        ArrayNode golden = message.putArray("examples");
        for (String name : names) {
            JsonNode example = JSON.readTree(EventContract.text(name));
            golden.addObject().put("name", name).set("payload", example);
        }
        return message;
    }

    private static ObjectNode key(String text) {
        ObjectNode kafka = NODES.objectNode();
        kafka.putObject("key").put("type", "string").put(DESCRIPTION, text);
        return kafka.put("bindingVersion", "0.5.0");
    }

    private ObjectNode heartbeat() {
        ObjectNode message = NODES.objectNode().put("name", HEARTBEAT);
        message.put("title", vocabulary.require(HEARTBEAT).text());
        message.put("contentType", "application/json");
        message.set("headers", schemas.ref("CloudEventHeaders"));
        message.putObject("payload").put("type", "object").put("maxProperties", 0);
        message.putObject("bindings")
                .set("kafka", key(vocabulary.require(HEARTBEAT + ".key").text()));
        return message;
    }

    private ObjectNode deadLetters(Topic topic) {
        ObjectNode channel = NODES.objectNode().put("address", topic.deadLetters());
        channel.put("title", vocabulary.require(topic.name()).text());
        channel.put(DESCRIPTION, vocabulary.require("events.dead-letters").text());
        ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
        kafka.put("topic", topic.deadLetters()).put("partitions", 1).put("bindingVersion", "0.5.0");
        return channel;
    }

    private String operationOf(String action, Topic topic) {
        return service + "." + action + "." + topic.name();
    }

    private ObjectNode operation(String action, Topic topic) {
        ObjectNode operation = NODES.objectNode().put("action", action);
        operation.putObject("channel").put("$ref", CHANNELS + topic.name());
        operation.put("title", vocabulary.require(topic.name()).text());
        operation.put(DESCRIPTION, vocabulary.require("events." + action).text());
        return operation;
    }

    /** The headers that {@code CloudEventHeaders} writes. */
    private ObjectNode headers() {
        ObjectNode headers = NODES.objectNode().put("type", "object");
        headers.put(DESCRIPTION, vocabulary.require("events.headers").text());
        ArrayNode required = headers.putArray("required");
        ObjectNode properties = headers.putObject("properties");
        for (String name : List.of("ce_specversion", "ce_id", "ce_type", "ce_source", "ce_time")) {
            required.add(name);
            header(properties, name);
        }
        header(properties, "ce_aggregateversion");
        header(properties, "traceparent");
        header(properties, "content-type");
        required.add("content-type");
        ((ObjectNode) properties.path("ce_specversion")).put("const", "1.0");
        ((ObjectNode) properties.path("ce_time")).put("format", "date-time");
        ((ObjectNode) properties.path("content-type")).put("const", "application/json");
        return headers;
    }

    private void header(ObjectNode properties, String name) {
        properties
                .putObject(name)
                .put("type", "string")
                .put(DESCRIPTION, vocabulary.require(name).text());
    }
}
