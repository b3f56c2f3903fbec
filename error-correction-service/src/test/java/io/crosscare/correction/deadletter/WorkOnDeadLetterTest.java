package io.crosscare.correction.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.crosscare.chassis.crypto.BlindIndex;
import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.testing.MovingClock;
import io.crosscare.correction.deadletter.WorkOnDeadLetter.Outcome;
import io.crosscare.correction.deadletter.model.DeadLetter;
import io.crosscare.correction.deadletter.model.LetterAct;
import io.crosscare.correction.deadletter.model.LetterId;
import io.crosscare.correction.deadletter.model.Origin;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What an operator does with a dead letter. */
class WorkOnDeadLetterTest {

    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private static final Origin ORIGIN = new Origin("settlement.refusal.v1", 2, 7, "correction", NOW.minusSeconds(9));
    private static final LetterId ID = LetterId.of(ORIGIN);
    private static final Payload PAYLOAD = new Payload("key", "AQI=", Map.of("ce_type", "t"));

    private final DeadLetters letters = new FakeDeadLetters();
    private final List<Payload> sent = new ArrayList<>();
    private boolean isBrokerDown;
    private final WorkOnDeadLetter work =
            new WorkOnDeadLetter(letters, this::send, new BlindIndex(new byte[32]), new MovingClock(NOW));

    @BeforeEach
    void keep() {
        letters.keep(new DeadLetter(ID, ORIGIN, NOW, "key", "{ }", 2, "cannot be read", null, List.of(), 0), PAYLOAD)
                .block();
    }

    @Test
    void sendsTheMessageAgainAsItWas() {
        Outcome outcome = replay("k1");

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        done -> assertThat(done.letter().state()).isEqualTo(DeadLetter.State.REPLAYED));
        assertThat(sent).containsExactly(PAYLOAD);
        assertThat(stored().acts())
                .extracting(LetterAct::kind, LetterAct::by)
                .containsExactly(tuple(LetterAct.Kind.REPLAYED, "ops"));
    }

    @Test
    void sendsItOncePerKeyAndAgainUnderAnother() {
        replay("k1");

        assertThat(replay("k1")).isInstanceOf(Outcome.Replayed.class);
        assertThat(sent).hasSize(1);
        assertThat(replay("k2")).isInstanceOf(Outcome.Done.class);
        assertThat(sent).hasSize(2);
    }

    @Test
    void givesItUpWithAReasonForGood() {
        Outcome outcome = discard("k1", "患者 999999190002300019 的测试数据");

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(stored().acts().getLast().reason()).isEqualTo("患者 *** 的测试数据");
        assertThat(replay("k2")).isEqualTo(new Outcome.Closed());
        assertThat(discard("k3", "再次")).isEqualTo(new Outcome.Closed());
        assertThat(discard("k1", "患者 999999190002300019 的测试数据")).isInstanceOf(Outcome.Replayed.class);
        assertThat(sent).isEmpty();
    }

    @Test
    void refusesAKeyThatWasUsedForSomethingElse() {
        replay("k1");

        assertThat(discard("k1", "无用")).isEqualTo(new Outcome.KeyReused());
        assertThat(stored().state()).isEqualTo(DeadLetter.State.REPLAYED);
    }

    @Test
    void notesNothingWhenTheBrokerDoesNotTakeIt() {
        isBrokerDown = true;

        work.replay(ID, "ops", new IdempotencyKey("k1"))
                .as(StepVerifier::create)
                .verifyError(IllegalStateException.class);

        assertThat(stored().state()).isEqualTo(DeadLetter.State.WAITING);
    }

    @Test
    void knowsNothingOfWhatIsNotKept() {
        LetterId nowhere = new LetterId("x" + "0".repeat(26));

        assertThat(work.replay(nowhere, "ops", new IdempotencyKey("k1")).block())
                .isEqualTo(new Outcome.Unknown());
    }

    @Test
    void isNamedByItsPlaceItsTimeAndWhoCouldNotProcessIt() {
        assertThat(LetterId.of(ORIGIN)).isEqualTo(ID);
        assertThat(LetterId.of(new Origin("settlement.refusal.v1", 2, 7, "registry", ORIGIN.sentAt())))
                .isNotEqualTo(ID);
        // a broker that lost everything counts from zero again
        assertThat(LetterId.of(new Origin("settlement.refusal.v1", 2, 7, "correction", NOW)))
                .isNotEqualTo(ID);
    }

    @Test
    void countsWhatWaits() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        CountDeadLetters counting = new CountDeadLetters(letters, meters);
        counting.count().block();

        assertThat(meters.get("crosscare.dead.letters.waiting")
                        .tag("topic", "settlement.refusal.v1")
                        .gauge()
                        .value())
                .isEqualTo(1);
    }

    private Outcome replay(String key) {
        return work.replay(ID, "ops", new IdempotencyKey(key)).blockOptional().orElseThrow();
    }

    private Outcome discard(String key, String reason) {
        return work.discard(ID, "ops", new IdempotencyKey(key), reason)
                .blockOptional()
                .orElseThrow();
    }

    private DeadLetter stored() {
        return letters.find(ID).blockOptional().orElseThrow();
    }

    private Mono<Void> send(DeadLetter letter, Payload payload) {
        return Mono.fromRunnable(() -> {
            if (isBrokerDown) {
                throw new IllegalStateException("no broker");
            }
            assertThat(letter.id()).isEqualTo(ID);
            sent.add(payload);
        });
    }
}
