package io.crosscare.chassis.testing.blocking;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** Waiting is found where it stops others and allowed where it does not. */
class BlockHoundListenerTest {

    @Test
    void findsWaitingOnANonBlockingThread() {
        waiting()
                .subscribeOn(Schedulers.parallel())
                .as(StepVerifier::create)
                .expectErrorMatches(error ->
                        error.getCause() instanceof BlockingOperationError || error instanceof BlockingOperationError)
                .verify(Duration.ofSeconds(10));
    }

    @Test
    void allowsWaitingOnABoundedElasticThread() {
        waiting()
                .subscribeOn(Schedulers.boundedElastic())
                .as(StepVerifier::create)
                .verifyComplete();
    }

    private static Mono<Void> waiting() {
        return Mono.fromCallable(() -> {
                    Thread.sleep(1);
                    return "waited";
                })
                .then();
    }
}
