package io.crosscare.chassis.event;

import io.crosscare.chassis.run.PeriodicTask;
import io.crosscare.chassis.web.StrictJson;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/**
 * Publishes stored facts, at least once, and on state topics says every {@link #HEARTBEAT_EVERY} up to which instant
 * everything stored has been published. Writers {@link #kick()} it; when a kick is lost with its process, the next turn finds
 * the fact in the store.
 */
public final class Relay {

    public static final Duration HEARTBEAT_EVERY = Duration.ofSeconds(10);
    private static final Duration TURN_EVERY = Duration.ofSeconds(1);

    /** A turn asks every outbox, sends and marks; at 50 facts a second, one for each would cost more than storing them. */
    private static final Duration GATHERING = Duration.ofMillis(50);

    private static final int BATCH = 200;
    private static final JsonMapper JSON = StrictJson.tolerant();

    private final String source;
    private final List<Outbox> outboxes;
    private final KafkaTemplate<String, byte[]> kafka;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Map<Topic, Backlog> backlogs;
    private final ConcurrentMap<Topic, Instant> heartbeats = new ConcurrentHashMap<>();
    private final PeriodicTask task = PeriodicTask.gathering("relay", TURN_EVERY, GATHERING, this::publishAll);

    public Relay(
            String source,
            List<Outbox> outboxes,
            KafkaTemplate<String, byte[]> kafka,
            Clock clock,
            MeterRegistry meters) {
        this.source = source;
        this.outboxes = List.copyOf(outboxes);
        this.kafka = kafka;
        this.clock = clock;
        this.meters = meters;
        this.backlogs = outboxes.stream()
                .map(Outbox::topic)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), topic -> new Backlog(topic, meters, clock)));
    }

    /** Says that a fact was stored; costs nothing and never fails. Facts stored soon after are published with it. */
    public void kick() {
        task.kick();
    }

    /** The work itself, for the task runner. */
    public PeriodicTask task() {
        return task;
    }

    /** Outboxes take turns, a batch each: what waits in one does not wait for a long backlog of another. */
    private Mono<Void> publishAll() {
        return Flux.fromIterable(outboxes)
                .concatMap(this::publishSome)
                .reduce(false, Boolean::logicalOr)
                .repeat()
                .takeUntil(isMoreLeft -> !isMoreLeft)
                .then();
    }

    /** Whether there may be more of it. Where there is not, everything stored before has been published. */
    private Mono<Boolean> publishSome(Outbox outbox) {
        Instant before = clock.instant();
        return outbox.pending(BATCH)
                .collectList()
                .doOnNext(batch -> tell(outbox, batch))
                .flatMap(batch -> publishBatch(outbox, batch).thenReturn(batch.size() == BATCH))
                .flatMap(isMoreLeft -> isMoreLeft ? Mono.just(true) : drained(outbox, before));
    }

    private Mono<Boolean> drained(Outbox outbox, Instant before) {
        tell(outbox, List.of());
        return heartbeatWhenDue(outbox.topic(), before).thenReturn(false);
    }

    private void tell(Outbox outbox, List<PendingEvent> batch) {
        Backlog backlog = backlogs.get(outbox.topic());
        if (backlog != null) {
            backlog.found(batch);
        }
    }

    private Mono<Void> publishBatch(Outbox outbox, List<PendingEvent> batch) {
        return Flux.fromIterable(batch)
                .publishOn(Schedulers.boundedElastic())
                .flatMapSequential(event -> send(CloudEventHeaders.write(
                                source, outbox.topic(), event, JSON.writeValueAsBytes(event.body())))
                        .thenReturn(event))
                .collectList()
                .flatMap(sent -> outbox.markPublished(sent).doOnSuccess(_ -> count(outbox.topic(), sent.size())));
    }

    private Mono<Void> heartbeatWhenDue(Topic topic, Instant before) {
        Instant last = heartbeats.get(topic);
        boolean isDue = last == null || !last.plus(HEARTBEAT_EVERY).isAfter(before);
        if (!topic.isState() || !isDue) {
            return Mono.empty();
        }
        return Flux.range(0, Topic.PARTITIONS)
                .publishOn(Schedulers.boundedElastic())
                .flatMap(partition -> send(CloudEventHeaders.heartbeat(source, topic, partition, before)))
                .then(Mono.fromRunnable(() -> heartbeats.put(topic, before)));
    }

    private Mono<Void> send(ProducerRecord<String, byte[]> message) {
        return Mono.fromFuture(() -> kafka.send(message)).then();
    }

    private void count(Topic topic, int published) {
        meters.counter("crosscare.events.published", "topic", topic.name()).increment(published);
    }
}
