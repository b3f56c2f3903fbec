package io.crosscare.settlement.direct;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.direct.Refusals.StoredRefusal;
import io.crosscare.settlement.direct.model.RefusedSettlement;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** What every store of refusals keeps. */
public abstract class RefusalsContract {

    private static final PersonId OTHER = new PersonId("p" + "b".repeat(26));
    private static final Key KEY = Entries.key("settle-1");

    /** An empty store. */
    protected abstract Refusals refusals();

    @Test
    void givesBackWhatItStored() {
        Refusals refusals = refusals();
        refusals.record(SomeRefusals.noFiling())
                .then(refusals.record(SomeRefusals.alreadySettled()))
                .then(refusals.record(SomeRefusals.inconsistent()))
                .block();

        assertThat(unpublished(refusals))
                .extracting(StoredRefusal::refused)
                .containsExactly(SomeRefusals.noFiling(), SomeRefusals.alreadySettled(), SomeRefusals.inconsistent());
    }

    @Test
    void numbersEachPersonsRefusalsFromOneHoweverManyComeAtOnce() {
        Refusals refusals = refusals();

        Flux.range(0, 5)
                .flatMap(_ -> refusals.record(SomeRefusals.noFiling()))
                .as(StepVerifier::create)
                .expectComplete()
                .verify(Duration.ofSeconds(30));
        refusals.record(of(OTHER, KEY, SomeRefusals.noFiling())).block();

        assertThat(unpublished(refusals).stream()
                        .filter(stored -> stored.refused().person().equals(Entries.PERSON))
                        .map(StoredRefusal::seq))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 5).boxed().toList());
        assertThat(unpublished(refusals).stream()
                        .filter(stored -> stored.refused().person().equals(OTHER))
                        .map(StoredRefusal::seq))
                .containsExactly(1L);
    }

    @Test
    void tellsOfWhatIsUnpublishedInOrderAndWithinALimit() {
        Refusals refusals = refusals();
        refusals.record(SomeRefusals.noFiling())
                .then(refusals.record(SomeRefusals.alreadySettled()))
                .block();

        List<StoredRefusal> first = await(refusals.unpublished(1).collectList());
        refusals.published(first.getFirst().id())
                .then(refusals.published(first.getFirst().id()))
                .block();

        assertThat(first).extracting(StoredRefusal::seq).containsExactly(1L);
        assertThat(unpublished(refusals)).extracting(StoredRefusal::seq).containsExactly(2L);
        assertThat(unpublished(refusals).getFirst().id())
                .isNotEqualTo(first.getFirst().id());

        refusals.allUnpublished().then(refusals.allUnpublished()).block();
        assertThat(unpublished(refusals)).extracting(StoredRefusal::seq).containsExactly(1L, 2L);
    }

    @Test
    void numbersOnAfterWhatIsPublished() {
        Refusals refusals = refusals();
        refusals.record(SomeRefusals.noFiling()).block();
        refusals.published(unpublished(refusals).getFirst().id()).block();

        refusals.record(SomeRefusals.alreadySettled()).block();

        assertThat(unpublished(refusals)).extracting(StoredRefusal::seq).containsExactly(2L);
    }

    @Test
    void findsTheLastRefusalUnderAPersonsKey() {
        Refusals refusals = refusals();
        RefusedSettlement earlier = of(Entries.PERSON, KEY, SomeRefusals.noFiling());
        RefusedSettlement later = of(Entries.PERSON, KEY, SomeRefusals.alreadySettled());
        RefusedSettlement ofAnother = of(OTHER, KEY, SomeRefusals.noFiling());
        refusals.record(earlier)
                .then(refusals.record(later))
                .then(refusals.record(ofAnother))
                .block();
        refusals.published(unpublished(refusals).getFirst().id()).block();

        assertThat(await(refusals.last(Entries.PERSON, KEY))).isEqualTo(later);
        assertThat(await(refusals.last(OTHER, KEY))).isEqualTo(ofAnother);
        refusals.last(Entries.PERSON, Entries.key("settle-2"))
                .as(StepVerifier::create)
                .verifyComplete();
    }

    private static List<StoredRefusal> unpublished(Refusals refusals) {
        return await(refusals.unpublished(100).collectList());
    }

    private static RefusedSettlement of(PersonId person, Key key, RefusedSettlement like) {
        return new RefusedSettlement(
                person,
                like.visit(),
                like.scope(),
                like.until(),
                like.institution(),
                like.insuredRegion(),
                like.careRegion(),
                like.serviceType(),
                like.serviceDate(),
                like.refusal(),
                like.responsible(),
                like.copies(),
                key.hash(),
                like.at());
    }
}
