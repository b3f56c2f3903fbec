package io.crosscare.settlement.chain;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.chassis.problem.Text;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * One queue per person within this process, so that a busy person's appends do not race each other. A speed-up and nothing
 * more: other processes append too, and the chain alone decides. The queue is bounded, so that one person cannot take the
 * memory and the time of all.
 */
public final class PersonTurns {

    private static final Text BUSY =
            Text.of("该参保人正在办理的业务过多，请稍后再试", "Too much is being settled for this person at this moment; try again later");

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final int lengthMax;
    private final ConcurrentMap<PersonId, Queue> queues = new ConcurrentHashMap<>();

    /**
     * Queues.
     *
     * @param lengthMax so much may be in one person's queue, what is being done included
     */
    public PersonTurns(int lengthMax) {
        if (lengthMax < 1) {
            throw new IllegalArgumentException("a queue holds one at least");
        }
        this.lengthMax = lengthMax;
    }

    /**
     * The work, begun when all work queued before it for this person has ended, however it ended. Where the queue is full, a
     * problem (429) and nothing is done.
     */
    public <T> Mono<T> inTurn(PersonId person, Mono<T> work) {
        return inTurn(person, work, lengthMax);
    }

    /** As {@link #inTurn(PersonId, Mono)}, but never turned away: for what was begun before and has to come to its end. */
    public <T> Mono<T> inTurnAtLast(PersonId person, Mono<T> work) {
        return inTurn(person, work, Integer.MAX_VALUE);
    }

    private <T> Mono<T> inTurn(PersonId person, Mono<T> work, int limit) {
        return Mono.usingWhen(
                Mono.fromSupplier(() -> enter(person, limit)),
                turn -> turn.before().then(work),
                turn -> leave(person, turn));
    }

    private Turn enter(PersonId person, int limit) {
        Sinks.Empty<Void> mine = Sinks.empty();
        Queue joined = queues.compute(person, (_, queue) -> queue == null ? Queue.of(mine) : queue.with(mine, limit));
        return new Turn(joined.beforeLast(), mine);
    }

    private Mono<Void> leave(PersonId person, Turn turn) {
        return Mono.fromRunnable(() -> {
            queues.computeIfPresent(person, (_, queue) -> queue.length() == 1 ? null : queue.withOneLess());
            turn.mine().emitEmpty(Sinks.EmitFailureHandler.FAIL_FAST);
        });
    }

    private record Turn(Mono<Void> before, Sinks.Empty<Void> mine) {}

    /**
     * Who waits for a person.
     *
     * @param last ends with the work that came last
     * @param beforeLast ends with the work it waits for
     */
    private record Queue(int length, Sinks.Empty<Void> last, Mono<Void> beforeLast) {

        static Queue of(Sinks.Empty<Void> first) {
            return new Queue(1, first, Mono.empty());
        }

        Queue with(Sinks.Empty<Void> next, int limit) {
            if (length >= limit) {
                throw ProblemException.of(ProblemType.TOO_MANY_REQUESTS, BUSY).retryAfter(RETRY_AFTER);
            }
            return new Queue(length + 1, next, last.asMono());
        }

        Queue withOneLess() {
            return new Queue(length - 1, last, beforeLast);
        }
    }
}
