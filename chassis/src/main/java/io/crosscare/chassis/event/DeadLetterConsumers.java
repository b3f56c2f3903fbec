package io.crosscare.chassis.event;

import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.util.backoff.ExponentialBackOff;

/** Hands the dead letters of all topics to whoever takes care of them; tries again for as long as it takes. */
public final class DeadLetterConsumers implements SmartLifecycle {

    private static final Pattern ALL = Pattern.compile(".+" + Pattern.quote(Topic.DEAD_LETTERS));
    private static final String METADATA_AGE_MILLIS_MAX = "15000";
    private static final long BACK_OFF_MILLIS_MIN = 200;
    private static final long BACK_OFF_MILLIS_MAX = 10_000;

    private final List<ConcurrentMessageListenerContainer<String, byte[]>> containers;

    /**
     * Consumers for these handlers; nothing is consumed yet.
     *
     * @param group of the service's own consumers; dead letters have one beside it
     */
    public DeadLetterConsumers(
            String group, List<ParkedMessageHandler> handlers, ConsumerFactory<String, byte[]> consumers) {
        this.containers = handlers.stream()
                .map(handler -> container(group, handler, consumers))
                .toList();
    }

    private static ConcurrentMessageListenerContainer<String, byte[]> container(
            String group, ParkedMessageHandler handler, ConsumerFactory<String, byte[]> consumers) {
        ContainerProperties properties = new ContainerProperties(ALL);
        properties.setGroupId(group + Topic.DEAD_LETTERS);
        properties.setMissingTopicsFatal(false);
        properties.setMessageListener((MessageListener<String, byte[]>)
                letter -> EventConsumer.await(handler.on(DeadLetterHeaders.read(letter))));
        Properties kafka = new Properties();
        // Topics of services that start later are seen soon.
        kafka.setProperty(ConsumerConfig.METADATA_MAX_AGE_CONFIG, METADATA_AGE_MILLIS_MAX);
        properties.setKafkaConsumerProperties(kafka);
        var container = new ConcurrentMessageListenerContainer<>(consumers, properties);
        container.setBeanName("dead-letters");
        var backOff = new ExponentialBackOff(BACK_OFF_MILLIS_MIN, 2.0);
        backOff.setMaxInterval(BACK_OFF_MILLIS_MAX);
        container.setCommonErrorHandler(new DefaultErrorHandler(backOff));
        return container;
    }

    /** Begins to consume; called when the indexes and topics exist. */
    public void begin() {
        containers.forEach(ConcurrentMessageListenerContainer::start);
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
