package io.crosscare.chassis.testing.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The documents of all services as one. Components that two services call by the same name and mean differently carry the
 * service's name before it.
 */
public final class SuiteContract {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String REF = "$ref";

    private final Map<String, ObjectNode> byService = new TreeMap<>();

    /**
     * Joins documents.
     *
     * @param files where each is kept, by the service as the gateway calls it
     */
    public SuiteContract(Map<String, String> files) {
        files.forEach((service, file) -> byService.put(service, (ObjectNode) KeptFile.read(file)));
    }

    public ObjectNode document() {
        Set<String> ambiguous = ambiguous();
        byService.forEach((service, document) -> rename(document, service, ambiguous));
        ObjectNode document = ServiceContract.head("crosscare");
        ArrayNode tags = document.putArray("tags");
        ObjectNode paths = document.putObject("paths");
        for (GatewayDoors.Door door : GatewayDoors.read().doors()) {
            JsonNode path = byService
                    .getOrDefault(door.service(), NODES.objectNode())
                    .path("paths")
                    .path(door.path());
            if (path.isObject() && !paths.has(door.path())) {
                paths.set(door.path(), path);
            }
        }
        byService.values().forEach(one -> one.path("tags").forEach(tags::add));
        document.set("components", joinedComponents());
        return document;
    }

    /** All topics with what is on them, who publishes and who reads them. */
    public ObjectNode events() {
        Set<String> ambiguous = ambiguous();
        byService.forEach((service, document) -> rename(document, service, ambiguous));
        ObjectNode document = ServiceEvents.head("crosscare");
        ObjectNode channels = document.putObject("channels");
        ObjectNode operations = document.putObject("operations");
        byService.values().forEach(one -> {
            one.path("channels").properties().forEach(channel -> {
                boolean isPublishers = channel.getValue().has("bindings");
                if (isPublishers || !channels.has(channel.getKey())) {
                    channels.set(channel.getKey(), channel.getValue());
                }
            });
            one.path("operations")
                    .properties()
                    .forEach(operation -> operations.set(operation.getKey(), operation.getValue()));
        });
        document.set("components", joinedComponents());
        return document;
    }

    private ObjectNode joinedComponents() {
        ObjectNode components = NODES.objectNode();
        byService
                .values()
                .forEach(one -> one.path("components").properties().forEach(kind -> {
                    ObjectNode all = components.withObjectProperty(kind.getKey());
                    kind.getValue()
                            .properties()
                            .forEach(component -> all.set(component.getKey(), component.getValue()));
                }));
        return components;
    }

    /** Kind and name of what is not the same in two documents; what refers to such a thing is not the same either. */
    private Set<String> ambiguous() {
        Map<String, List<JsonNode>> meanings = new TreeMap<>();
        byService
                .values()
                .forEach(document -> document.path("components")
                        .properties()
                        .forEach(kind -> kind.getValue()
                                .properties()
                                .forEach(component -> meanings.computeIfAbsent(
                                                "#/components/" + kind.getKey() + "/" + component.getKey(),
                                                _ -> new ArrayList<>())
                                        .add(component.getValue()))));
        Set<String> ambiguous = new TreeSet<>();
        int before;
        do {
            before = ambiguous.size();
            meanings.forEach((name, all) -> {
                boolean differs = all.stream().distinct().count() > 1;
                boolean refersToSuch = all.size() > 1
                        && ambiguous.stream()
                                .anyMatch(other -> all.getFirst().toString().contains("\"" + other + "\""));
                if (differs || refersToSuch) {
                    ambiguous.add(name);
                }
            });
        } while (ambiguous.size() > before);
        return ambiguous;
    }

    private static void rename(ObjectNode document, String service, Set<String> ambiguous) {
        if (!(document.get("components") instanceof ObjectNode components)) {
            return;
        }
        for (String kind : List.copyOf(components.propertyNames())) {
            ObjectNode renamed = NODES.objectNode();
            components.path(kind).properties().forEach(component -> {
                String ref = "#/components/" + kind + "/" + component.getKey();
                String name = ambiguous.contains(ref) ? named(service, component.getKey()) : component.getKey();
                if (renamed.has(name)) {
                    throw new IllegalStateException("two components of " + service + " would be called " + name);
                }
                renamed.set(name, component.getValue());
            });
            components.set(kind, renamed);
        }
        renameRefs(document, service, ambiguous);
    }

    private static void renameRefs(JsonNode node, String service, Set<String> ambiguous) {
        if (node instanceof ObjectNode object && object.get(REF) != null) {
            String ref = object.path(REF).asString();
            if (ambiguous.contains(ref)) {
                int slash = ref.lastIndexOf('/') + 1;
                object.put(REF, ref.substring(0, slash) + named(service, ref.substring(slash)));
            }
        }
        node.forEach(child -> renameRefs(child, service, ambiguous));
    }

    private static String named(String service, String name) {
        return Character.toUpperCase(service.charAt(0)) + service.substring(1) + name;
    }
}
