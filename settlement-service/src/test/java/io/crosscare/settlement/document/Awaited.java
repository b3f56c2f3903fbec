package io.crosscare.settlement.document;

import java.time.Duration;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** Waits for a value that a test expects to be there. */
public final class Awaited {

    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private Awaited() {}

    public static <T> T await(Mono<T> value) {
        return Objects.requireNonNull(value.block(DEADLINE), "completed without a value");
    }
}
