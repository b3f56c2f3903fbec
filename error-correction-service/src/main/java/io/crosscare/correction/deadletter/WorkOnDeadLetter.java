package io.crosscare.correction.deadletter;

import io.crosscare.chassis.crypto.BlindIndex;
import io.crosscare.chassis.crypto.Masking;
import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.correction.deadletter.model.DeadLetter;
import io.crosscare.correction.deadletter.model.LetterAct;
import io.crosscare.correction.deadletter.model.LetterId;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Sends a dead letter to its topic again, or gives it up; once per key. It is sent before that is noted: should the note be lost,
 * it is sent twice, and whoever has it drops it.
 */
public final class WorkOnDeadLetter {

    private static final int ATTEMPTS_MAX = 5;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final DeadLetters letters;
    private final SendAgain sendAgain;
    private final BlindIndex blindIndex;
    private final Clock clock;

    public WorkOnDeadLetter(DeadLetters letters, SendAgain sendAgain, BlindIndex blindIndex, Clock clock) {
        this.letters = letters;
        this.sendAgain = sendAgain;
        this.blindIndex = blindIndex;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Outcome {

        record Done(DeadLetter letter) implements Outcome {}

        /** The same request had been carried out before; the letter is as it stands now. */
        record Replayed(DeadLetter letter) implements Outcome {}

        /** The key was used before for something else. */
        record KeyReused() implements Outcome {}

        /** It was given up, or so much was done with it that no more can be kept. */
        record Closed() implements Outcome {}

        record Unknown() implements Outcome {}
    }

    public Mono<Outcome> replay(LetterId id, String by, IdempotencyKey key) {
        LetterAct act = act(LetterAct.Kind.REPLAYED, by, null, key);
        return attempt(id, act, letter -> letters.payload(id).flatMap(payload -> sendAgain.send(letter, payload)), 0);
    }

    /** Gives it up, for this reason. */
    public Mono<Outcome> discard(LetterId id, String by, IdempotencyKey key, String reason) {
        LetterAct act = act(LetterAct.Kind.DISCARDED, by, Masking.pastedText(reason), key);
        return attempt(id, act, _ -> Mono.empty(), 0);
    }

    private interface Effect {

        Mono<Void> on(DeadLetter letter);
    }

    private Mono<Outcome> attempt(LetterId id, LetterAct act, Effect effect, int attempts) {
        if (attempts == ATTEMPTS_MAX) {
            return Mono.error(ProblemException.busy(RETRY_AFTER));
        }
        return letters.find(id)
                .flatMap(present -> once(present, act, effect)
                        .switchIfEmpty(Mono.defer(() -> attempt(id, act, effect, attempts + 1))))
                .defaultIfEmpty(new Outcome.Unknown());
    }

    /** Empty when somebody else has changed the letter meanwhile. */
    private Mono<Outcome> once(DeadLetter present, LetterAct act, Effect effect) {
        Optional<LetterAct> before = present.actOf(act.key());
        if (before.isPresent()) {
            return Mono.just(isSame(before.get(), act) ? new Outcome.Replayed(present) : new Outcome.KeyReused());
        }
        if (!present.isOpen()) {
            return Mono.just(new Outcome.Closed());
        }
        DeadLetter changed = present.with(act);
        return effect.on(present)
                .then(Mono.defer(() -> letters.replace(changed)))
                .filter(isReplaced -> isReplaced)
                .map(_ -> new Outcome.Done(changed));
    }

    private static boolean isSame(LetterAct before, LetterAct act) {
        return before.kind() == act.kind() && Objects.equals(before.reason(), act.reason());
    }

    private LetterAct act(LetterAct.Kind kind, String by, @Nullable String reason, IdempotencyKey key) {
        return new LetterAct(
                kind, clock.instant(), by, reason, blindIndex.of("correction.dead-letter-key", by + ":" + key.value()));
    }
}
