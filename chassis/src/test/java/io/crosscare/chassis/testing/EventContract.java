package io.crosscare.chassis.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The golden JSON of an event, kept once, by its publisher: {@code <service>/src/test/resources/contracts/<name>.json}.
 * Publisher and consumers test against this one text.
 */
public final class EventContract {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private EventContract() {}

    /**
     * The text of a contract.
     *
     * @param name the topic, and after a dash the case: {@code settlement.refusal.v1-stay}
     */
    public static String text(String name) {
        try (Stream<Path> services = Files.list(RepositoryRoot.find())) {
            List<Path> found = services.map(
                            service -> service.resolve("src/test/resources/contracts/" + name + ".json"))
                    .filter(Files::isRegularFile)
                    .toList();
            if (found.size() != 1) {
                throw new IllegalStateException("a contract has one home, but " + name + " is in " + found);
            }
            return Files.readString(found.getFirst());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of all contracts. */
    public static List<String> names() {
        try (Stream<Path> services = Files.list(RepositoryRoot.find())) {
            return services.map(service -> service.resolve("src/test/resources/contracts"))
                    .filter(Files::isDirectory)
                    .flatMap(EventContract::filesIn)
                    .map(file -> file.getFileName().toString().replace(".json", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> filesIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Fields of a consumer's record that could leave the contract without the consumer noticing: taken out of the text, what is
     * read stays the same. Of a good contract there are none but those that are named.
     *
     * @param message the record that reads the contract
     * @param reader from the text of an event to what the consumer keeps of it; it may fail
     */
    public static List<String> unnoticed(String text, Class<?> message, Function<String, ?> reader) {
        Object whole = reader.apply(text);
        return Arrays.stream(message.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(field -> whole.equals(readOrNull(without(text, field), reader)))
                .toList();
    }

    private static String without(String text, String field) {
        ObjectNode body = (ObjectNode) JSON.readTree(text);
        body.remove(field);
        return body.toString();
    }

    private static @Nullable Object readOrNull(String text, Function<String, ?> reader) {
        try {
            return reader.apply(text);
        } catch (RuntimeException refused) {
            return null;
        }
    }

    /** The same event with a field of a later version in it. */
    public static String grown(String text) {
        ObjectNode body = (ObjectNode) JSON.readTree(text);
        body.putObject("addedLater").put("x", 1);
        return body.toString();
    }
}
