package io.crosscare.correction.deadletter.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A message that a service could not process, as an operator sees it. It waits until somebody sends it to its topic again, where
 * whoever has processed it before drops it, or gives it up. What was given up stays given up.
 *
 * @param key of the message, which holds no personal data; null where it had none
 * @param content of the message without anything that may be of a person
 * @param sizeBytes of the content as it was sent
 * @param reason what the service said, with every number of a person cut out
 * @param replayOf the dead letter that was sent again and has come back as this one; null where it came by itself
 * @param acts in the order in which they were done
 * @param version of the stored form this was read from; 0 for one that is not stored yet
 */
public record DeadLetter(
        LetterId id,
        Origin origin,
        Instant parkedAt,
        @Nullable String key,
        String content,
        int sizeBytes,
        String reason,
        @Nullable LetterId replayOf,
        List<LetterAct> acts,
        long version) {

    public static final int ACTS_MAX = 50;

    public DeadLetter {
        acts = List.copyOf(acts);
    }

    /** How it stands. */
    public enum State {
        WAITING,
        REPLAYED,
        DISCARDED
    }

    public State state() {
        if (acts.isEmpty()) {
            return State.WAITING;
        }
        return switch (acts.getLast().kind()) {
            case REPLAYED -> State.REPLAYED;
            case DISCARDED -> State.DISCARDED;
        };
    }

    /** Whether that one is what it has become since it was sent again last. */
    public boolean cameBackAs(DeadLetter other) {
        return id.equals(other.replayOf())
                && acts.stream()
                        .filter(act -> act.kind() == LetterAct.Kind.REPLAYED)
                        .reduce((_, later) -> later)
                        .filter(last -> !other.parkedAt().isBefore(last.at()))
                        .isPresent();
    }

    /** Whether anything more may be done with it. */
    public boolean isOpen() {
        return state() != State.DISCARDED && acts.size() < ACTS_MAX;
    }

    public Optional<LetterAct> actOf(String keyHash) {
        return acts.stream().filter(act -> act.key().equals(keyHash)).findFirst();
    }

    /** With one act more. */
    public DeadLetter with(LetterAct act) {
        if (!isOpen()) {
            throw new IllegalStateException("nothing more is done with a dead letter that was given up");
        }
        List<LetterAct> all = Stream.concat(acts.stream(), Stream.of(act)).toList();
        return new DeadLetter(id, origin, parkedAt, key, content, sizeBytes, reason, replayOf, all, version);
    }
}
