package io.crosscare.correction;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.testing.EventContract;
import io.crosscare.chassis.testing.TestProperties;
import io.crosscare.correction.refusal.Refusals;
import io.crosscare.correction.refusal.kafka.RefusalTopic;
import io.crosscare.correction.refusal.model.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.ContextConfiguration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Refusals on the real broker end up in the real store: each once, and poison beside. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestProperties.class)
class RefusalTopicIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private KafkaTemplate<String, byte[]> kafka;

    @Autowired
    private Refusals refusals;

    @Autowired
    private MeterRegistry meters;

    @Test
    void keepsARefusalOnceHoweverOftenItComes() {
        PersonId person = new PersonId("p" + "b".repeat(26));
        String contract = contract().replace("p" + "a".repeat(26), person.value());
        String another = contract.replace(":r1", ":r2").replace("\"seq\": 1", "\"seq\": 2");

        send(person, contract);
        send(person, contract);
        send(person, another);
        List<Refusal> kept = awaitRefusals(person, 2);

        assertThat(kept).extracting(Refusal::sequence).containsExactlyInAnyOrder(1L, 2L);
        assertThat(kept).extracting(Refusal::reason).containsOnly("NO_FILING");
        assertThat(counted("known")).isEqualTo(1);
    }

    @Test
    void parksWhatIsNoRefusalAndGoesOn() {
        PersonId person = new PersonId("p" + "c".repeat(26));
        String contract = contract().replace("p" + "a".repeat(26), person.value());

        send(person, "{\"id\":\"without anything else\"}");
        send(person, contract.replace("2019-09-10", "tomorrow"));
        send(person, contract);

        assertThat(awaitRefusals(person, 1)).hasSize(1);
        assertThat(meters.counter("crosscare.events.parked", "topic", RefusalTopic.TOPIC.name())
                        .count())
                .isEqualTo(2);
    }

    private double counted(String outcome) {
        return meters.counter("crosscare.refusals.received", "reason", "NO_FILING", "outcome", outcome)
                .count();
    }

    private List<Refusal> awaitRefusals(PersonId person, int count) {
        return Objects.requireNonNull(Flux.interval(Duration.ZERO, Duration.ofMillis(100))
                .onBackpressureDrop()
                .concatMap(_ -> refusals.of(person).collectList())
                .filter(found -> found.size() >= count)
                .next()
                .timeout(PATIENCE)
                .onErrorResume(_ -> Mono.error(new AssertionError("no " + count + " refusals in time")))
                .block());
    }

    private void send(PersonId person, String body) {
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(RefusalTopic.TOPIC.name(), person.value(), body.getBytes(StandardCharsets.UTF_8));
        message.headers()
                .add("ce_specversion", bytes("1.0"))
                .add("ce_id", bytes("test"))
                .add("ce_type", bytes("io.crosscare.settlement.refusal.v1"))
                .add("ce_source", bytes("/crosscare/settlement"))
                .add("ce_time", bytes("2026-11-24T01:02:03.004Z"))
                .add("ce_aggregateversion", bytes("1"));
        kafka.send(message).join();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String contract() {
        return EventContract.text("settlement.refusal.v1");
    }
}
