package io.crosscare.settlement.direct.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.observability.Arrival;
import io.crosscare.chassis.observability.Traces;
import io.crosscare.settlement.TestDatabase;
import io.crosscare.settlement.direct.Refusals.StoredRefusal;
import io.crosscare.settlement.direct.SomeRefusals;
import io.crosscare.settlement.direct.model.RefusedSettlement;
import io.micrometer.tracing.Tracer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** Refusals in the store of the tests. */
class MongoRefusalsIT {

    private static final Arrival ARRIVAL =
            new Arrival("POST /visits/{id}/settlements", Instant.parse("2026-11-24T01:02:02.998Z"));

    private final MongoRefusals refusals =
            new MongoRefusals(TestDatabase.with(MongoRefusals.indexes()), new Traces(Tracer.NOOP));

    @Test
    void givesBackWhatItStoredWithTheArrivalOfItsRequest() {
        refusals.record(SomeRefusals.noFiling())
                .contextWrite(ARRIVAL::addTo)
                .then(refusals.record(SomeRefusals.alreadySettled()))
                .as(StepVerifier::create)
                .verifyComplete();

        List<StoredRefusal> stored = unpublished();

        assertThat(stored)
                .extracting(StoredRefusal::refused)
                .containsExactly(SomeRefusals.noFiling(), SomeRefusals.alreadySettled());
        assertThat(stored.getFirst().door()).isEqualTo(ARRIVAL.door());
        assertThat(stored.getFirst().receivedAt()).isEqualTo(ARRIVAL.receivedAt());
        assertThat(stored.getLast().door()).isNull();
    }

    @Test
    void numbersThePersonsRefusalsWithoutGapsHoweverManyComeAtOnce() {
        RefusedSettlement refused = SomeRefusals.noFiling();

        Flux.range(0, 6)
                .flatMap(_ -> refusals.record(refused))
                .as(StepVerifier::create)
                .expectComplete()
                .verify(Duration.ofSeconds(30));

        assertThat(unpublished())
                .extracting(StoredRefusal::seq)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 6).boxed().toList());
    }

    @Test
    void forgetsAsUnpublishedWhatIsPublished() {
        refusals.record(SomeRefusals.noFiling()).as(StepVerifier::create).verifyComplete();

        refusals.published(unpublished().getFirst().id())
                .as(StepVerifier::create)
                .verifyComplete();

        assertThat(unpublished()).isEmpty();
    }

    private List<StoredRefusal> unpublished() {
        return refusals.unpublished(100).collectList().blockOptional().orElseThrow();
    }
}
