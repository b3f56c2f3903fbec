package io.crosscare.settlement.direct.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.observability.Arrival;
import io.crosscare.chassis.observability.Traces;
import io.crosscare.settlement.TestDatabase;
import io.crosscare.settlement.direct.Refusals;
import io.crosscare.settlement.direct.Refusals.StoredRefusal;
import io.crosscare.settlement.direct.RefusalsContract;
import io.crosscare.settlement.direct.SomeRefusals;
import io.micrometer.tracing.Tracer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** Refusals in the store of the tests. */
class MongoRefusalsIT extends RefusalsContract {

    private static final Arrival ARRIVAL =
            new Arrival("POST /visits/{id}/settlements", Instant.parse("2026-11-24T01:02:02.998Z"));

    private final MongoRefusals refusals =
            new MongoRefusals(TestDatabase.with(MongoRefusals.indexes()), new Traces(Tracer.NOOP));

    @Override
    protected Refusals refusals() {
        return refusals;
    }

    @Test
    void keepsTheArrivalOfTheRequest() {
        refusals.record(SomeRefusals.noFiling())
                .contextWrite(ARRIVAL::addTo)
                .then(refusals.record(SomeRefusals.alreadySettled()))
                .as(StepVerifier::create)
                .verifyComplete();

        List<StoredRefusal> stored =
                refusals.unpublished(100).collectList().blockOptional().orElseThrow();

        assertThat(stored.getFirst().door()).isEqualTo(ARRIVAL.door());
        assertThat(stored.getFirst().receivedAt()).isEqualTo(ARRIVAL.receivedAt());
        assertThat(stored.getLast().door()).isNull();
    }
}
