package io.crosscare.chassis.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class ArrivalTest {

    private static final Arrival ARRIVAL =
            new Arrival("POST /visits/{id}/settlements", Instant.parse("2026-11-24T01:02:03.004Z"));

    @Test
    void readsWhatTheGatewayWrites() {
        assertThat(Arrival.read(ARRIVAL.door(), ARRIVAL.receivedAt().toString()))
                .hasValue(ARRIVAL);
    }

    @ParameterizedTest
    @CsvSource({
        ",2026-11-24T01:02:03.004Z",
        "GET /visits,",
        "GET /visits,yesterday",
        "DELETE /visits,2026-11-24T01:02:03.004Z",
        "GET /visits?name=x,2026-11-24T01:02:03.004Z",
        "'GET /visits\n',2026-11-24T01:02:03.004Z",
    })
    void passesOverWhatIsNone(@Nullable String door, @Nullable String receivedAt) {
        assertThat(Arrival.read(door, receivedAt)).isEmpty();
    }

    @Test
    void travelsInTheContextOfTheWork() {
        Mono<Optional<Arrival>> work = Mono.deferContextual(context -> Mono.just(Arrival.in(context)));

        work.contextWrite(ARRIVAL::addTo)
                .as(StepVerifier::create)
                .expectNext(Optional.of(ARRIVAL))
                .verifyComplete();
        work.as(StepVerifier::create).expectNext(Optional.empty()).verifyComplete();
    }
}
