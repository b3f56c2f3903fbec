package io.crosscare.settlement.chain;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.chassis.problem.Text;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Places for each person's work: so much of it runs at once, the rest waits in the order in which it came. */
final class PersonPlaces {

    private static final Text BUSY =
            Text.of("该参保人正在办理的业务过多，请稍后再试", "Too much is being settled for this person at this moment; try again later");

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final int atOnce;
    private final Map<PersonId, Crowd> crowds = new HashMap<>();

    PersonPlaces(int atOnce) {
        this.atOnce = atOnce;
    }

    /**
     * The work, begun when there is a place for it, which the next one has when it ends, however it ends.
     *
     * @param limit where so much of this person is here, waiting or not, a problem (429) and nothing is done
     */
    <T> Mono<T> within(PersonId person, int limit, Mono<T> work) {
        return Mono.usingWhen(
                Mono.fromSupplier(() -> enter(person, limit)),
                ticket -> ticket.asMono().then(work),
                ticket -> Mono.fromRunnable(() -> {
                    Sinks.Empty<Void> next = leave(person, ticket);
                    if (next != null) {
                        next.emitEmpty(Sinks.EmitFailureHandler.FAIL_FAST);
                    }
                }));
    }

    /** Told when there is a place for it. */
    private synchronized Sinks.Empty<Void> enter(PersonId person, int limit) {
        Crowd crowd = crowds.computeIfAbsent(person, _ -> new Crowd());
        if (crowd.size() >= limit) {
            throw ProblemException.of(ProblemType.TOO_MANY_REQUESTS, BUSY).retryAfter(RETRY_AFTER);
        }
        Sinks.Empty<Void> ticket = Sinks.empty();
        if (crowd.running < atOnce) {
            crowd.running++;
            ticket.emitEmpty(Sinks.EmitFailureHandler.FAIL_FAST);
        } else {
            crowd.waiting.add(ticket);
        }
        return ticket;
    }

    /** Who has the place now; null where nobody waited, or where who leaves had none yet. */
    private synchronized Sinks.@Nullable Empty<Void> leave(PersonId person, Sinks.Empty<Void> ticket) {
        Crowd crowd = crowds.get(person);
        if (crowd == null || crowd.waiting.remove(ticket)) {
            return null;
        }
        Sinks.Empty<Void> next = crowd.waiting.poll();
        if (next == null) {
            crowd.running--;
            if (crowd.running == 0) {
                crowds.remove(person);
            }
        }
        return next;
    }

    /** One person's work. */
    private static final class Crowd {

        private final Queue<Sinks.Empty<Void>> waiting = new ArrayDeque<>();
        private int running;

        int size() {
            return running + waiting.size();
        }
    }
}
