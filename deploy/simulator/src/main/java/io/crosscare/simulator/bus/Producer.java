package io.crosscare.simulator.bus;

import io.crosscare.simulator.world.Life;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.support.SendResult;

/** How a service's relay sends: Spring's template, whose messages go to the simulated bus. */
public final class Producer extends KafkaTemplate<String, byte[]> {

    private static final ProducerFactory<String, byte[]> NONE = () -> {
        throw new UnsupportedOperationException("no broker");
    };

    private final Bus bus;
    private final Life sender;

    public Producer(Bus bus, Life sender) {
        super(NONE);
        this.bus = bus;
        this.sender = sender;
    }

    @Override
    public CompletableFuture<SendResult<String, byte[]>> send(ProducerRecord<String, byte[]> message) {
        CompletableFuture<SendResult<String, byte[]>> sent = new CompletableFuture<>();
        RecordMetadata place = new RecordMetadata(new TopicPartition(message.topic(), 0), 0, 0, 0, 0, 0);
        bus.send(
                sender,
                message,
                () -> sent.complete(new SendResult<>(message, place)),
                () -> sent.completeExceptionally(new TimeoutException("no word from the bus")));
        return sent;
    }
}
