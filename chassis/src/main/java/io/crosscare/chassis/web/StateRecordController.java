package io.crosscare.chassis.web;

import io.crosscare.chassis.event.Outbox;
import io.crosscare.chassis.event.PendingEvent;
import io.crosscare.chassis.event.StateOutbox;
import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.security.Caller;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * All that a service's state topics say, for the other services that keep copies: in the very form of the events, in the order
 * of keys. Not reached through the gateway.
 */
@RestController
@RequestMapping("/api/v1/state-records")
public final class StateRecordController {

    private static final int LIMIT_MAX = 1_000;

    private final Map<String, StateOutbox> outboxes;

    public StateRecordController(List<Outbox> outboxes) {
        this.outboxes = outboxes.stream()
                .filter(StateOutbox.class::isInstance)
                .map(StateOutbox.class::cast)
                .collect(Collectors.toMap(outbox -> outbox.topic().name(), Function.identity()));
    }

    /**
     * Some of the records.
     *
     * @param nextCursor the key after which the next page begins; absent on the last one
     */
    record StateRecordPage(
            List<StateRecord> items, @Nullable String nextCursor) {}

    /**
     * One record.
     *
     * @param id key of its events
     * @param body as its events carry it
     */
    record StateRecord(String id, long version, Object body) {

        static StateRecord of(PendingEvent event) {
            return new StateRecord(event.key(), event.version(), event.body());
        }
    }

    @GetMapping("/{topic}")
    Mono<StateRecordPage> list(
            Caller caller,
            @PathVariable String topic,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam int limit) {
        StateOutbox outbox = outbox(caller, topic);
        if (limit < 1 || limit > LIMIT_MAX) {
            FieldChecks checks = new FieldChecks();
            checks.reject("limit", "range", Text.of("须为 1 至 1000", "must be from 1 to 1000"));
            checks.throwIfInvalid();
        }
        return outbox.stored(cursor, limit)
                .map(StateRecord::of)
                .collectList()
                .map(items -> new StateRecordPage(
                        items, items.size() < limit ? null : items.getLast().id()));
    }

    @GetMapping("/{topic}/{id}")
    Mono<StateRecord> read(Caller caller, @PathVariable String topic, @PathVariable String id) {
        return outbox(caller, topic)
                .stored(id)
                .map(StateRecord::of)
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }

    private StateOutbox outbox(Caller caller, String topic) {
        if (!caller.isService()) {
            throw ProblemException.forbidden();
        }
        StateOutbox outbox = outboxes.get(topic);
        if (outbox == null) {
            throw ProblemException.notFound();
        }
        return outbox;
    }
}
