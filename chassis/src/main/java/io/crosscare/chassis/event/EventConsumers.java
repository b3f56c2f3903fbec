package io.crosscare.chassis.event;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * One listener container per handler. What can never be processed is parked in the topic's dead letters with its reason;
 * everything else is tried again, for as long as it takes, so no fact is passed over because a store was down.
 */
public final class EventConsumers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EventConsumers.class);
    private static final long BACK_OFF_MILLIS_MIN = 200;
    private static final long BACK_OFF_MILLIS_MAX = 10_000;

    private final List<ConcurrentMessageListenerContainer<String, byte[]>> containers;

    public EventConsumers(
            String group,
            List<EventHandler> handlers,
            ConsumerFactory<String, byte[]> consumers,
            KafkaTemplate<String, byte[]> kafka,
            Freshness freshness,
            MeterRegistry meters) {
        this.containers = handlers.stream()
                .map(handler -> container(group, handler, consumers, kafka, freshness, meters))
                .toList();
    }

    private static ConcurrentMessageListenerContainer<String, byte[]> container(
            String group,
            EventHandler handler,
            ConsumerFactory<String, byte[]> consumers,
            KafkaTemplate<String, byte[]> kafka,
            Freshness freshness,
            MeterRegistry meters) {
        ContainerProperties properties = new ContainerProperties(handler.topic().name());
        properties.setGroupId(group);
        properties.setMessageListener(new EventConsumer(handler, freshness, meters));
        properties.setMissingTopicsFatal(false);
        parked(handler.topic(), meters);
        var container = new ConcurrentMessageListenerContainer<>(consumers, properties);
        container.setConcurrency(handler.concurrency());
        container.setBeanName("events-" + handler.topic().name());
        container.setCommonErrorHandler(errorHandler(handler.topic(), kafka, meters));
        return container;
    }

    private static DefaultErrorHandler errorHandler(
            Topic topic, KafkaTemplate<String, byte[]> kafka, MeterRegistry meters) {
        var park = new DeadLetterPublishingRecoverer(
                kafka, (message, error) -> new TopicPartition(topic.deadLetters(), -1));
        var backOff = new ExponentialBackOff(BACK_OFF_MILLIS_MIN, 2.0);
        backOff.setMaxInterval(BACK_OFF_MILLIS_MAX);
        var errors = new DefaultErrorHandler(
                (message, error) -> {
                    LOG.error(
                            "parked a message of {} in {}: {}", topic.name(), topic.deadLetters(), error.getMessage());
                    parked(topic, meters).increment();
                    park.accept(message, error);
                },
                backOff);
        errors.addNotRetryableExceptions(PoisonEvent.class);
        return errors;
    }

    /** There from the start, so that the first message is seen as a rise from zero. */
    private static Counter parked(Topic topic, MeterRegistry meters) {
        return meters.counter("crosscare.events.parked", "topic", topic.name());
    }

    /** Begins to consume; called when the indexes and topics exist. */
    public void begin() {
        containers.forEach(ConcurrentMessageListenerContainer::start);
    }

    /** Whether every container has a consumer that is running. */
    public boolean areConsuming() {
        return containers.stream().allMatch(ConcurrentMessageListenerContainer::isRunning);
    }

    @Override
    public void start() {
        // Consumption begins after the startup tasks, not with the context.
    }

    @Override
    public void stop() {
        containers.forEach(ConcurrentMessageListenerContainer::stop);
    }

    @Override
    public boolean isRunning() {
        return containers.stream().anyMatch(ConcurrentMessageListenerContainer::isRunning);
    }
}
