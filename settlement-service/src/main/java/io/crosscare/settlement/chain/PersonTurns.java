package io.crosscare.settlement.chain;

import io.crosscare.chassis.id.PersonId;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * One queue per person within this process, so that a busy person's appends do not race each other. A speed-up and nothing
 * more: other processes append too, and the chain alone decides.
 */
public final class PersonTurns {

    private final ConcurrentMap<PersonId, Sinks.Empty<Void>> last = new ConcurrentHashMap<>();

    /** The work, begun when all work queued before it for this person has ended, however it ended. */
    public <T> Mono<T> inTurn(PersonId person, Mono<T> work) {
        return Mono.usingWhen(
                Mono.fromSupplier(() -> queue(person)), turn -> turn.before().then(work), turn -> end(person, turn));
    }

    private Turn queue(PersonId person) {
        Sinks.Empty<Void> mine = Sinks.empty();
        Sinks.Empty<Void> before = last.put(person, mine);
        return new Turn(before == null ? Mono.empty() : before.asMono(), mine);
    }

    private Mono<Void> end(PersonId person, Turn turn) {
        return Mono.fromRunnable(() -> {
            last.remove(person, turn.mine());
            turn.mine().emitEmpty(Sinks.EmitFailureHandler.FAIL_FAST);
        });
    }

    private record Turn(Mono<Void> before, Sinks.Empty<Void> mine) {}
}
