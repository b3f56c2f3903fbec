package io.crosscare.chassis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.testing.RepositoryRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A JSON document of the contract as it is kept; {@code -Ddocs=apply} writes what the code says. */
public final class KeptFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
    private static final int SHOWN_MAX = 30;
    private static final int LENGTH_MAX = 160;

    private KeptFile() {}

    /** Fails with the places that differ when the file does not say the same as the code. */
    public static void assertSame(String path, ObjectNode wanted) {
        Path file = RepositoryRoot.find().resolve(path);
        if ("apply".equals(System.getProperty("docs"))) {
            write(file, wanted);
            return;
        }
        List<String> differences = new ArrayList<>();
        // Read again, for a number from code may be of a wider type than the same one from a file.
        compare("", read(path), JSON.readTree(wanted.toString()), differences);
        assertThat(differences)
                .as("%s differs from the code (run this test with -Ddocs=apply to write it)", path)
                .isEmpty();
    }

    /** The document as it is kept. */
    public static JsonNode read(String path) {
        Path file = RepositoryRoot.find().resolve(path);
        try {
            return Files.exists(file) ? JSON.readTree(Files.readString(file)) : JSON.createObjectNode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An example as it is kept: JSON, or the text a person reads. */
    static JsonNode readExample(String path) {
        if (path.endsWith(".json")) {
            return read(path);
        }
        try {
            return JSON.getNodeFactory()
                    .stringNode(Files.readString(RepositoryRoot.find().resolve(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, ObjectNode wanted) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, textOf(wanted));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String textOf(JsonNode document) {
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES);
        return JSON.writer().with(printer).writeValueAsString(document) + "\n";
    }

    /** The lines a reader needs: where, what is kept there, and what the code says. */
    static void compare(String place, JsonNode kept, JsonNode wanted, List<String> differences) {
        if (kept.equals(wanted) || differences.size() >= SHOWN_MAX) {
            return;
        }
        if (kept.isObject() && wanted.isObject()) {
            Set<String> names = new LinkedHashSet<>(kept.propertyNames());
            names.addAll(wanted.propertyNames());
            names.forEach(name -> compare(place + "/" + name, kept.path(name), wanted.path(name), differences));
        } else if (kept.isArray() && wanted.isArray() && kept.size() == wanted.size()) {
            for (int i = 0; i < kept.size(); i++) {
                compare(place + "/" + i, kept.get(i), wanted.get(i), differences);
            }
        } else {
            differences.add("%s: kept %s, code %s".formatted(place, shown(kept), shown(wanted)));
        }
    }

    private static String shown(JsonNode node) {
        String text = node.isMissingNode() ? "nothing" : node.toString();
        return text.length() <= LENGTH_MAX ? text : text.substring(0, LENGTH_MAX) + "…";
    }
}
