package io.crosscare.chassis.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The golden JSON of an event, kept once, by its publisher: {@code <service>/src/test/resources/contracts/<name>.json}.
 * Publisher and consumers test against this one text.
 */
public final class EventContract {

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
}
