package io.crosscare.chassis.autoconfigure;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.event.CopyAges;
import io.crosscare.chassis.event.DeadLetterConsumers;
import io.crosscare.chassis.event.EventConsumers;
import io.crosscare.chassis.event.EventHandler;
import io.crosscare.chassis.event.Freshness;
import io.crosscare.chassis.event.Outbox;
import io.crosscare.chassis.event.ParkedMessageHandler;
import io.crosscare.chassis.event.Relay;
import io.crosscare.chassis.event.Topic;
import io.crosscare.chassis.event.TopicRefill;
import io.crosscare.chassis.event.TopicSetup;
import io.crosscare.chassis.run.PeriodicTask;
import io.crosscare.chassis.run.StartupTask;
import io.crosscare.chassis.web.StateRecordController;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import reactor.core.publisher.Mono;

/** Publishing from the store and consuming into it, for services that have one. */
@AutoConfiguration(after = {MongoAutoConfiguration.class, KafkaAutoConfiguration.class})
@ConditionalOnProperty("crosscare.mongo.database")
public class EventAutoConfiguration {

    @Bean
    KafkaTemplate<String, byte[]> eventTemplate(ProducerFactory<?, ?> producers) {
        @SuppressWarnings("unchecked")
        ProducerFactory<String, byte[]> typed = (ProducerFactory<String, byte[]>) producers;
        return new KafkaTemplate<>(typed);
    }

    @Bean
    Relay relay(
            @Value("${spring.application.name}") String name,
            ObjectProvider<Outbox> outboxes,
            KafkaTemplate<String, byte[]> eventTemplate,
            Clock clock,
            MeterRegistry meters) {
        return new Relay(name, outboxes.stream().toList(), eventTemplate, clock, meters);
    }

    @Bean
    StateRecordController stateRecordController(ObjectProvider<Outbox> outboxes) {
        return new StateRecordController(outboxes.stream().toList());
    }

    @Bean
    PeriodicTask relayTask(Relay relay) {
        return relay.task();
    }

    @Bean
    Freshness freshness(MongoDatabase database, Clock clock) {
        return new Freshness(database, clock);
    }

    @Bean
    PeriodicTask copyAgesTask(
            ObjectProvider<EventHandler> handlers, Freshness freshness, Clock clock, MeterRegistry meters) {
        return new CopyAges(handlers.stream().map(EventHandler::topic).toList(), freshness, clock, meters).task();
    }

    @Bean
    EventConsumers eventConsumers(
            @Value("${spring.application.name}") String name,
            ObjectProvider<EventHandler> handlers,
            ConsumerFactory<?, ?> consumers,
            KafkaTemplate<String, byte[]> eventTemplate,
            Freshness freshness,
            MeterRegistry meters) {
        @SuppressWarnings("unchecked")
        ConsumerFactory<String, byte[]> typed = (ConsumerFactory<String, byte[]>) consumers;
        return new EventConsumers(name, handlers.stream().toList(), typed, eventTemplate, freshness, meters);
    }

    @Bean
    DeadLetterConsumers deadLetterConsumers(
            @Value("${spring.application.name}") String name,
            ObjectProvider<ParkedMessageHandler> handlers,
            ConsumerFactory<?, ?> consumers) {
        @SuppressWarnings("unchecked")
        ConsumerFactory<String, byte[]> typed = (ConsumerFactory<String, byte[]>) consumers;
        return new DeadLetterConsumers(name, handlers.stream().toList(), typed);
    }

    /** Those that its outboxes publish and its handlers consume. */
    @Bean
    StartupTask topicsStartupTask(
            KafkaAdmin admin, ObjectProvider<Outbox> outboxes, ObjectProvider<EventHandler> handlers) {
        Stream<Topic> published = outboxes.stream().map(Outbox::topic);
        Stream<Topic> consumed = handlers.stream().map(EventHandler::topic);
        TopicSetup setup =
                new TopicSetup(admin, Stream.concat(published, consumed).toList());
        TopicRefill refill = new TopicRefill(admin, outboxes.stream().toList());
        return new StartupTask(
                "topics", StartupTask.TOPICS, () -> setup.create().then(Mono.defer(refill::refill)));
    }

    @Bean
    StartupTask consumersStartupTask(EventConsumers consumers, DeadLetterConsumers deadLetters) {
        return new StartupTask(
                "consumers",
                StartupTask.CONSUMERS,
                () -> Mono.fromRunnable(() -> {
                    consumers.begin();
                    deadLetters.begin();
                }));
    }

    @Bean
    PeriodicTask healthTask(DocumentStoreHealth store, EventBrokerHealth broker, MeterRegistry meters) {
        return new HealthMeters(Map.of("documentStore", store, "eventBroker", broker), meters).task();
    }

    @Bean
    EventBrokerHealth eventBrokerHealthIndicator(KafkaAdmin admin, EventConsumers consumers) {
        return new EventBrokerHealth(admin, consumers);
    }
}
