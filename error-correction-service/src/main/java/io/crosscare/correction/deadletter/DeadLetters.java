package io.crosscare.correction.deadletter;

import io.crosscare.correction.deadletter.model.DeadLetter;
import io.crosscare.correction.deadletter.model.LetterId;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Port to the dead letters that are kept. What was sent is encrypted. */
public interface DeadLetters {

    /** Keeps a letter; one that is kept already stays as it is. */
    Mono<Void> keep(DeadLetter letter, Payload payload);

    Mono<DeadLetter> find(LetterId id);

    /** The message as it was sent. */
    Mono<Payload> payload(LetterId id);

    /** Replaces a letter; false when it has changed since this one was read. */
    Mono<Boolean> replace(DeadLetter changed);

    /** A page of letters, the latest parked first. */
    Flux<DeadLetter> list(Query query);

    /** Those that came back when one of these was sent again, the latest parked first. */
    Flux<DeadLetter> replaysOf(Collection<LetterId> originals);

    /** How many wait, by topic. */
    Flux<Waiting> waiting();

    /**
     * Which letters are asked for.
     *
     * @param after place of the last letter of the page before
     */
    record Query(
            DeadLetter.@Nullable State state,
            @Nullable String topic,
            @Nullable String consumer,
            @Nullable Place after,
            int limit) {}

    /** Where a letter stands in a list: later ones first. */
    record Place(Instant parkedAt, LetterId id) {

        public static Place of(DeadLetter letter) {
            return new Place(letter.parkedAt(), letter.id());
        }
    }

    /** So many letters of a topic. */
    record Waiting(String topic, long letters) {}
}
