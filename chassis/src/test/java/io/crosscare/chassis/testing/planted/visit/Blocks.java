package io.crosscare.chassis.testing.planted.visit;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Breaks rule 10. */
public final class Blocks {

    @Nullable
    String block(Mono<String> later) {
        return later.block();
    }
}
