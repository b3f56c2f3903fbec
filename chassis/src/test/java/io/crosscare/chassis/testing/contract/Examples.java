package io.crosscare.chassis.testing.contract;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Holds the examples of messages against their schemas. */
final class Examples {

    private Examples() {}

    /** What does not fit, by message and place. */
    static List<String> broken(JsonNode document) {
        List<String> broken = new ArrayList<>();
        document.path("components")
                .path("messages")
                .properties()
                .forEach(message -> message.getValue()
                        .path("examples")
                        .forEach(example -> SchemaCheck.broken(
                                        example.path("payload"),
                                        message.getValue().path("payload"),
                                        document)
                                .forEach(what -> broken.add(message.getKey() + " "
                                        + example.path("name").asString("") + ": " + what))));
        return broken;
    }
}
