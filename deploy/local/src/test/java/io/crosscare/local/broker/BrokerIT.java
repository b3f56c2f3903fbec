package io.crosscare.local.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class BrokerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void keepsItsFormatTopicsAndRecordsOverARestart() throws Exception {
        try (Broker broker = Broker.start(folder, 0, 0)) {
            createTopic(broker, "facts");
            send(broker, "facts", "kept");
        }
        String format = Files.readString(folder.resolve("meta.properties"));

        try (Broker broker = Broker.start(folder, 0, 0)) {
            send(broker, "facts", "added");

            assertThat(read(broker, "facts", 2)).containsExactly("kept", "added");
        }
        assertThat(Files.readString(folder.resolve("meta.properties"))).isEqualTo(format);
    }

    @Test
    void keepsWhatItAcknowledgedWhenItsProcessIsKilled() throws Exception {
        Process process = startProcess();
        String address = awaitReady(process);
        createTopic(address, "facts");
        send(address, "facts", "acknowledged");

        process.destroyForcibly().waitFor();

        try (Broker broker = Broker.start(folder, 0, 0)) {
            assertThat(read(broker, "facts", 1)).containsExactly("acknowledged");
        }
    }

    @Test
    void listensOnTheLoopbackAddressOnly() throws Exception {
        try (Broker broker = Broker.start(folder, 0, 0);
                Admin admin = Admin.create(clientSettings(broker.bootstrapServers()))) {
            var nodes = admin.describeCluster().nodes().get(30, TimeUnit.SECONDS);

            assertThat(nodes)
                    .singleElement()
                    .satisfies(node -> assertThat(node.host() + ":" + node.port())
                            .isEqualTo(broker.bootstrapServers())
                            .startsWith("127.0.0.1:"));
        }
    }

    private Process startProcess() throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(
                        java.toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerMain.class.getName(),
                        "--data",
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String awaitReady(Process process) throws Exception {
        try (var lines = process.inputReader()) {
            String ready = lines.readLine();
            assertThat(ready).contains("ready on 127.0.0.1:");
            return ready.replaceAll(".*(127\\.0\\.0\\.1:\\d+).*", "$1");
        }
    }

    private static void createTopic(Broker broker, String topic) throws Exception {
        createTopic(broker.bootstrapServers(), topic);
    }

    private static void createTopic(String address, String topic) throws Exception {
        try (Admin admin = Admin.create(clientSettings(address))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get(30, TimeUnit.SECONDS);
        }
    }

    private static void send(Broker broker, String topic, String value) throws Exception {
        send(broker.bootstrapServers(), topic, value);
    }

    private static void send(String address, String topic, String value) throws Exception {
        try (var producer =
                new KafkaProducer<>(clientSettings(address), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get(30, TimeUnit.SECONDS);
        }
    }

    private static List<String> read(Broker broker, String topic, int count) {
        List<String> values = new ArrayList<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (var consumer = new KafkaConsumer<>(
                clientSettings(broker.bootstrapServers()), new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            while (values.size() < count && System.nanoTime() < deadline) {
                for (ConsumerRecord<String, String> each : consumer.poll(Duration.ofMillis(200))) {
                    values.add(each.value());
                }
            }
        }
        return values;
    }

    private static Map<String, Object> clientSettings(String address) {
        return Map.of(
                "bootstrap.servers", address,
                "group.id", "reader",
                "auto.offset.reset", "earliest",
                "acks", "all");
    }
}
