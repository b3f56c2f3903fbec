package io.crosscare.settlement.interruption.mongo;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.observability.Arrival;
import io.crosscare.settlement.TestDatabase;
import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.interruption.Interruptions;
import io.crosscare.settlement.interruption.Interruptions.StoredInterruption;
import io.crosscare.settlement.interruption.InterruptionsContract;
import io.crosscare.settlement.interruption.SomeInterruptions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Interruptions in the store of the tests. */
class MongoInterruptionsIT extends InterruptionsContract {

    private static final Arrival ARRIVAL =
            new Arrival("POST /visits/{id}/settlements", Instant.parse("2026-11-24T01:02:02.998Z"));

    private final MongoInterruptions interruptions =
            new MongoInterruptions(TestDatabase.with(MongoInterruptions.indexes()));

    @Override
    protected Interruptions interruptions() {
        return interruptions;
    }

    @Test
    void keepsTheArrivalOfTheRequest() {
        await(interruptions
                .record(SomeInterruptions.filingDown('a', Entries.NOW))
                .contextWrite(ARRIVAL::addTo));
        await(interruptions.record(SomeInterruptions.outcomeUnknown(Entries.NOW)));

        List<StoredInterruption> stored = await(interruptions.unpublished(100).collectList());

        assertThat(stored.getFirst().door()).isEqualTo(ARRIVAL.door());
        assertThat(stored.getFirst().receivedAt()).isEqualTo(ARRIVAL.receivedAt());
        assertThat(stored.getLast().door()).isNull();
    }
}
