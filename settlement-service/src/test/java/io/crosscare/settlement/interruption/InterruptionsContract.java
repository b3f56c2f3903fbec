package io.crosscare.settlement.interruption;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.interruption.Interruptions.StoredInterruption;
import io.crosscare.settlement.interruption.model.Interruption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What every store of interruptions keeps. */
public abstract class InterruptionsContract {

    private static final Instant NOW = Entries.NOW;

    /** An empty store. */
    protected abstract Interruptions interruptions();

    @Test
    void givesBackWhatItStored() {
        Interruptions interruptions = interruptions();
        Interruption down = SomeInterruptions.filingDown('a', NOW);
        Interruption preview = SomeInterruptions.registryDown(NOW);
        Interruption unknown = SomeInterruptions.outcomeUnknown(NOW);
        Interruption registration = SomeInterruptions.registrationStopped(NOW);

        assertThat(await(interruptions.record(down))).isTrue();
        assertThat(await(interruptions.record(preview))).isTrue();
        assertThat(await(interruptions.record(unknown))).isTrue();
        assertThat(await(interruptions.record(registration))).isTrue();

        assertThat(unpublished(interruptions))
                .extracting(StoredInterruption::interruption)
                .containsExactly(down, preview, unknown, registration);
        assertThat(unpublished(interruptions))
                .extracting(StoredInterruption::seq)
                .containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void tellsOnceWhileTheNeighbourIsSilentHoweverOftenTheButtonIsPressed() {
        Interruptions interruptions = interruptions();

        List<Boolean> stored = await(Flux.range(0, 6)
                .flatMap(second -> interruptions.record(SomeInterruptions.filingDown('a', NOW.plusSeconds(second))))
                .collectList());

        assertThat(stored).containsOnlyOnce(true);
        assertThat(unpublished(interruptions)).hasSize(1);
    }

    @Test
    void tellsAnewOfAnotherVisitAnotherCauseAndALaterSilence() {
        Interruptions interruptions = interruptions();
        await(interruptions.record(SomeInterruptions.filingDown('a', NOW)));

        assertThat(await(interruptions.record(SomeInterruptions.filingDown('c', NOW))))
                .isTrue();
        assertThat(await(interruptions.record(SomeInterruptions.outcomeUnknown(NOW))))
                .isTrue();
        assertThat(await(interruptions.record(SomeInterruptions.filingDown('a', NOW.plus(Interruption.TOLD_FOR)))))
                .isTrue();
        assertThat(unpublished(interruptions))
                .extracting(StoredInterruption::seq)
                .containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void tellsOfEverySettlementLeftBehindOnce() {
        Interruptions interruptions = interruptions();
        Instant later = NOW.plus(Duration.ofMillis(1));

        assertThat(await(interruptions.record(SomeInterruptions.outcomeUnknown(NOW))))
                .isTrue();
        assertThat(await(interruptions.record(SomeInterruptions.outcomeUnknown(NOW))))
                .isFalse();
        assertThat(await(interruptions.record(SomeInterruptions.outcomeUnknown(later))))
                .isTrue();
    }

    @Test
    void forgetsWhatIsPublishedUntilEverythingIsToBePublishedAgain() {
        Interruptions interruptions = interruptions();
        await(interruptions.record(SomeInterruptions.filingDown('a', NOW)));
        await(interruptions.record(SomeInterruptions.registryDown(NOW)));

        List<StoredInterruption> first = await(interruptions.unpublished(1).collectList());
        interruptions.published(first.getFirst().id()).block();

        assertThat(first).extracting(StoredInterruption::seq).containsExactly(1L);
        assertThat(unpublished(interruptions))
                .extracting(StoredInterruption::seq)
                .containsExactly(2L);

        interruptions.allUnpublished().then(interruptions.allUnpublished()).block();

        assertThat(unpublished(interruptions))
                .extracting(StoredInterruption::seq)
                .containsExactly(1L, 2L);
    }

    private static List<StoredInterruption> unpublished(Interruptions interruptions) {
        return await(interruptions.unpublished(100).collectList());
    }
}
