package io.crosscare.correction.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.RandomIds;
import io.crosscare.correction.deadletter.DeadLetters.Place;
import io.crosscare.correction.deadletter.DeadLetters.Query;
import io.crosscare.correction.deadletter.DeadLetters.Waiting;
import io.crosscare.correction.deadletter.model.DeadLetter;
import io.crosscare.correction.deadletter.model.LetterAct;
import io.crosscare.correction.deadletter.model.LetterId;
import io.crosscare.correction.deadletter.model.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** What every implementation of {@link DeadLetters} promises. */
public abstract class DeadLettersContract {

    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

    /** Of its own, so that tests that share a store see their letters alone. */
    private final String topic = "topic." + RandomIds.secure().next('t');

    protected abstract DeadLetters letters();

    @Test
    void givesBackWhatWasKeptAndWhatWasSent() {
        DeadLetter letter = letter(1, NOW);
        Payload payload = new Payload("key", "6Lqr5L2T", Map.of("ce_type", "t", "a.b", "$c"));
        keep(letter, payload);

        assertThat(stored(letter))
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(letter);
        letters()
                .payload(letter.id())
                .as(StepVerifier::create)
                .assertNext(sent -> assertThat(sent).usingRecursiveComparison().isEqualTo(payload))
                .verifyComplete();
    }

    @Test
    void givesBackAMessageWithoutKeyAndBody() {
        DeadLetter letter = letter(1, NOW);
        keep(letter, new Payload(null, null, Map.of()));

        letters()
                .payload(letter.id())
                .as(StepVerifier::create)
                .assertNext(sent -> {
                    assertThat(sent.key()).isNull();
                    assertThat(sent.body()).isNull();
                    assertThat(sent.headers()).isEmpty();
                })
                .verifyComplete();
    }

    @Test
    void keepsALetterOnceAndAsItStands() {
        DeadLetter letter = letter(1, NOW);
        keep(letter);
        DeadLetter replayed = stored(letter).with(act(LetterAct.Kind.REPLAYED, "k1", null));
        replace(replayed, true);

        keep(letter);

        assertThat(stored(letter).state()).isEqualTo(DeadLetter.State.REPLAYED);
        assertThat(stored(letter).acts()).isEqualTo(replayed.acts());
    }

    @Test
    void writesNoChangeOverAnother() {
        DeadLetter letter = letter(1, NOW);
        keep(letter);
        DeadLetter read = stored(letter);

        replace(read.with(act(LetterAct.Kind.REPLAYED, "k1", null)), true);
        replace(read.with(act(LetterAct.Kind.DISCARDED, "k2", "无用")), false);

        assertThat(stored(letter).acts()).hasSize(1);
    }

    @Test
    void listsTheLatestFirstPageByPageAndFilters() {
        List<DeadLetter> kept = Stream.of(1, 2, 3, 4, 5)
                .map(number -> letter(number, NOW.plusSeconds(number == 3 ? 2 : number)))
                .toList();
        kept.forEach(this::keep);
        replace(stored(kept.get(4)).with(act(LetterAct.Kind.DISCARDED, "k1", "无用")), true);

        List<LetterId> all = list(null, null, null, 10);
        List<LetterId> first = list(null, null, null, 2);
        List<LetterId> second = list(null, null, placeOf(first.getLast()), 2);
        List<LetterId> third = list(null, null, placeOf(second.getLast()), 2);

        assertThat(all).hasSize(5).startsWith(kept.get(4).id(), kept.get(3).id());
        assertThat(Stream.of(first, second, third).flatMap(List::stream).toList())
                .isEqualTo(all);
        assertThat(list(DeadLetter.State.DISCARDED, null, null, 10))
                .containsExactly(kept.get(4).id());
        assertThat(list(DeadLetter.State.WAITING, "settlement", null, 10)).hasSize(4);
        assertThat(list(null, "registry", null, 10)).isEmpty();
    }

    @Test
    void countsWhatWaits() {
        keep(letter(1, NOW));
        keep(letter(2, NOW));
        DeadLetter replayed = letter(3, NOW);
        keep(replayed);
        replace(stored(replayed).with(act(LetterAct.Kind.REPLAYED, "k1", null)), true);

        letters()
                .waiting()
                .filter(one -> one.topic().equals(topic))
                .as(StepVerifier::create)
                .expectNext(new Waiting(topic, 2))
                .verifyComplete();
    }

    private List<LetterId> list(
            DeadLetter.@Nullable State state, @Nullable String consumer, @Nullable Place after, int limit) {
        return letters()
                .list(new Query(state, topic, consumer, after, limit))
                .map(DeadLetter::id)
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private Place placeOf(LetterId id) {
        return Place.of(letters().find(id).blockOptional().orElseThrow());
    }

    @Test
    void findsWhatCameBackWhenItWasSentAgain() {
        DeadLetter original = letter(1, NOW);
        keep(original);
        replace(stored(original).with(act(LetterAct.Kind.REPLAYED, "k1", null)), true);
        DeadLetter other = letter(2, NOW.plusSeconds(1));
        keep(other);
        DeadLetter back = letter(3, NOW.plusSeconds(2), original.id());
        keep(back);

        List<DeadLetter> found = letters()
                .replaysOf(List.of(original.id(), other.id()))
                .collectList()
                .blockOptional()
                .orElseThrow();

        assertThat(found).extracting(DeadLetter::id).containsExactly(back.id());
        assertThat(stored(original).cameBackAs(found.getFirst())).isTrue();
        assertThat(other.cameBackAs(found.getFirst())).isFalse();
        assertThat(stored(back).replayOf()).isEqualTo(original.id());
    }

    private DeadLetter letter(int number, Instant parkedAt) {
        return letter(number, parkedAt, null);
    }

    private DeadLetter letter(int number, Instant parkedAt, @Nullable LetterId replayOf) {
        Origin origin = new Origin(topic, 0, number, "settlement", NOW.minusSeconds(60));
        return new DeadLetter(
                LetterId.of(origin),
                origin,
                parkedAt,
                "key-" + number,
                "{ }",
                3,
                "cannot be read",
                replayOf,
                List.of(),
                0);
    }

    private static LetterAct act(LetterAct.Kind kind, String key, @Nullable String reason) {
        return new LetterAct(kind, NOW, "ops", reason, key);
    }

    private void keep(DeadLetter letter) {
        keep(letter, new Payload("key", "AQ==", Map.of()));
    }

    private void keep(DeadLetter letter, Payload payload) {
        letters().keep(letter, payload).as(StepVerifier::create).verifyComplete();
    }

    private void replace(DeadLetter changed, boolean isReplaced) {
        letters()
                .replace(changed)
                .as(StepVerifier::create)
                .expectNext(isReplaced)
                .verifyComplete();
    }

    private DeadLetter stored(DeadLetter letter) {
        return letters().find(letter.id()).blockOptional().orElseThrow();
    }
}
