package io.crosscare.correction.deadletter.kafka;

import io.crosscare.correction.deadletter.Payload;
import io.crosscare.correction.deadletter.SendAgain;
import io.crosscare.correction.deadletter.model.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Sends messages again under their key, so that they come to the partition of those they belong to. */
public final class KafkaSendAgain implements SendAgain {

    /** The header that tells of which dead letter a message is, should it come back. */
    static final String REPLAY_OF = "crosscare_replay_of";

    private final KafkaTemplate<String, byte[]> kafka;

    public KafkaSendAgain(KafkaTemplate<String, byte[]> kafka) {
        this.kafka = kafka;
    }

    @Override
    public Mono<Void> send(DeadLetter letter, Payload payload) {
        String body = payload.body();
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(
                letter.origin().topic(),
                payload.key(),
                body == null ? null : Base64.getDecoder().decode(body));
        payload.headers().forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        message.headers().remove(REPLAY_OF);
        message.headers().add(REPLAY_OF, letter.id().value().getBytes(StandardCharsets.UTF_8));
        // A producer may wait for what it does not know of the topic yet.
        return Mono.defer(() -> Mono.fromFuture(kafka.send(message)))
                .subscribeOn(Schedulers.boundedElastic())
                .then();
    }
}
