package io.crosscare.chassis.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.run.TaskRunner;
import io.crosscare.chassis.time.ChinaTime;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a relay does in a turn, and how many it needs. */
class RelayTurnsTest {

    private static final int BACKLOG = 1_000;
    private static final int STORED = 100;
    private static final Instant NOON = Instant.parse("2019-09-10T04:00:00Z");

    private final Broker broker = new Broker();

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void publishesAFactBesideALongBacklogOfAnotherTopic() throws InterruptedException {
        Waiting backlog = new Waiting(Topic.fact("registry.backlog.v1"), BACKLOG);
        Waiting prompt = new Waiting(Topic.fact("registry.prompt.v1"), 1);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Relay relay = new Relay(
                "registry",
                List.of(backlog, prompt),
                new KafkaTemplate<>(() -> broker),
                ChinaTime.systemClock(),
                meters);
        TaskRunner runner = new TaskRunner(List.of(), List.of(relay.task()), meters);

        runner.run(new DefaultApplicationArguments());
        relay.kick();
        while (broker.history().size() < BACKLOG + 1) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        runner.stop();

        List<String> topics =
                broker.history().stream().map(ProducerRecord::topic).toList();
        assertThat(topics.indexOf("registry.prompt.v1")).isLessThanOrEqualTo(200);
        assertThat(broker.history().stream().filter(sent -> sent.topic().equals("registry.backlog.v1")))
                .extracting(ProducerRecord::key)
                .containsExactlyElementsOf(
                        IntStream.range(0, BACKLOG).mapToObj(String::valueOf).toList());
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void publishesInOneTurnWhatIsStoredInAShortWhile() throws InterruptedException {
        Waiting facts = new Waiting(Topic.fact("registry.prompt.v1"), 0);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Relay relay = new Relay(
                "registry", List.of(facts), new KafkaTemplate<>(() -> broker), ChinaTime.systemClock(), meters);
        TaskRunner runner = new TaskRunner(List.of(), List.of(relay.task()), meters);

        runner.run(new DefaultApplicationArguments());
        for (int i = 0; i < STORED; i++) {
            facts.store(i);
            relay.kick();
            TimeUnit.MILLISECONDS.sleep(1);
        }
        while (broker.history().size() < STORED) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        runner.stop();

        assertThat(facts.turns()).isLessThan(STORED / 4);
    }

    /** Keeps what was sent. A template closes what its factory gives it, but this is one for all. */
    private static final class Broker extends MockProducer<String, byte[]> {

        private Broker() {
            super(true, null, new StringSerializer(), new ByteArraySerializer());
        }

        @Override
        public void close(Duration timeout) {}
    }

    /** Facts in memory, until they are published. */
    private static final class Waiting implements Outbox {

        private final Topic topic;
        private final Deque<PendingEvent> facts = new ArrayDeque<>();

        private int turns;

        private Waiting(Topic topic, int count) {
            this.topic = topic;
            IntStream.range(0, count).forEach(this::store);
        }

        private synchronized void store(int i) {
            facts.add(new PendingEvent(String.valueOf(i), 1, "io.crosscare.test.v1", NOON, "fact", null));
        }

        private synchronized int turns() {
            return turns;
        }

        @Override
        public Topic topic() {
            return topic;
        }

        @Override
        public synchronized Flux<PendingEvent> pending(int limit) {
            turns++;
            return Flux.fromIterable(facts.stream().limit(limit).toList());
        }

        @Override
        public synchronized Mono<Void> markPublished(PendingEvent event) {
            facts.remove(event);
            return Mono.empty();
        }

        @Override
        public Mono<Void> publishAgain() {
            return Mono.empty();
        }
    }
}
