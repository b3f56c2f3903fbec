package io.crosscare.chassis.event;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.MessageListener;
import reactor.core.publisher.Mono;

/**
 * Hands the messages of one topic to its handler, one after the other on the container's own thread, so that offsets are
 * committed after the effect is stored and in order. One of the two classes that may block on a publisher.
 */
final class EventConsumer implements MessageListener<String, byte[]> {

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final EventHandler handler;
    private final Freshness freshness;
    private final MeterRegistry meters;

    EventConsumer(EventHandler handler, Freshness freshness, MeterRegistry meters) {
        this.handler = handler;
        this.freshness = freshness;
        this.meters = meters;
    }

    @Override
    public void onMessage(ConsumerRecord<String, byte[]> message) {
        if (CloudEventHeaders.isHeartbeat(message)) {
            await(freshness.record(message.topic(), message.partition(), CloudEventHeaders.time(message)));
            return;
        }
        await(handler.on(ReceivedEvent.of(message)));
        meters.counter("crosscare.events.consumed", "topic", message.topic()).increment();
    }

    /** The listener's thread waits, so that an offset is committed after the effect is stored. */
    static void await(Mono<Void> work) {
        work.block(DEADLINE);
    }
}
