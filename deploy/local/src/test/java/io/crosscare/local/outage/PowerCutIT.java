package io.crosscare.local.outage;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.crosscare.local.broker.Broker;
import io.crosscare.local.broker.PowerCutBroker;
import io.crosscare.local.store.DocumentStore;
import io.crosscare.local.store.PowerCutStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Takes the power from a store and a broker under load, as far as a program can: kills them, and restarts them from what had
 * reached the disk. Everything that was acknowledged must be there. Beside them run a store that does not sync and a broker
 * that does not flush: if those lost nothing, the test would show nothing.
 */
@Execution(ExecutionMode.CONCURRENT)
class PowerCutIT {

    private static final String TOPIC = "facts";
    private static final int PARTITIONS = 3;
    private static final int CLIENTS = 4;
    private static final int WRITES = 400;
    private static final int RECORDS = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path parent;

    private final List<Process> processes = new ArrayList<>();
    private final List<Volume> volumes = new ArrayList<>();
    private final ExecutorService clients = Executors.newCachedThreadPool();

    @AfterEach
    void endEverything() throws Exception {
        clients.shutdownNow();
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
        for (Volume volume : volumes.reversed()) {
            volume.close();
        }
    }

    @Test
    void losesNothingThatWasAcknowledged() throws Exception {
        Victim durable = new Victim("durable", true);
        Victim control = new Victim("control", false);
        durable.start();
        control.start();
        for (Victim victim : List.of(durable, control)) {
            victim.load();
        }
        for (Victim victim : List.of(durable, control)) {
            victim.awaitEnough();
        }

        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
        Lost lost = durable.restartFromDisk();
        Lost lostByControl = control.restartFromDisk();

        assertThat(durable.hadSnapshot).as("a snapshot was made under load").isTrue();
        assertThat(lost.documents())
                .as("documents lost of %d", durable.written.size())
                .isEmpty();
        assertThat(lost.records()).as("records lost of %d", durable.sent.size()).isEmpty();
        assertThat(lostByControl.documents())
                .as("documents the control must lose")
                .isNotEmpty();
        assertThat(lostByControl.records()).as("records the control must lose").isNotEmpty();
        System.out.printf(
                "power cut: of %,d documents and %,d records none lost; without sync %,d of %,d and %,d of %,d%n",
                durable.written.size(),
                durable.sent.size(),
                lostByControl.documents().size(),
                control.written.size(),
                lostByControl.records().size(),
                control.sent.size());
    }

    private record Lost(Set<String> documents, Set<String> records) {}

    /** A store and a broker on a volume of their own. */
    private final class Victim {

        private final Volume volume;
        private final boolean isDurable;
        private final Set<String> written = ConcurrentHashMap.newKeySet();
        private final Set<String> sent = ConcurrentHashMap.newKeySet();
        private final CountDownLatch enough = new CountDownLatch(2);
        private String storeAddress = "";
        private String brokerAddress = "";
        private boolean hadSnapshot;

        Victim(String name, boolean isDurable) {
            this.volume = volume(name);
            this.isDurable = isDurable;
        }

        void start() throws IOException {
            Process store =
                    PowerCutIT.this.start(PowerCutStore.class, volume.folder().resolve("documents"), isDurable);
            Process broker =
                    PowerCutIT.this.start(PowerCutBroker.class, volume.folder().resolve("events"), isDurable);
            storeAddress = address(store);
            brokerAddress = address(broker);
        }

        void load() throws Exception {
            createTopic(brokerAddress);
            AtomicInteger nextWrite = new AtomicInteger();
            AtomicInteger nextRecord = new AtomicInteger();
            for (int i = 0; i < CLIENTS; i++) {
                clients.execute(() -> write(nextWrite));
                clients.execute(() -> send(nextRecord));
            }
        }

        void awaitEnough() throws InterruptedException {
            assertThat(enough.await(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("%d documents, %d records before the cut", written.size(), sent.size())
                    .isTrue();
        }

        private void write(AtomicInteger next) {
            try (MongoClient client = MongoClients.create(storeAddress + "?serverSelectionTimeoutMS=30000")) {
                MongoCollection<Document> people = client.getDatabase("suite").getCollection("people");
                while (true) {
                    String id = "d" + next.getAndIncrement();
                    people.insertOne(new Document("_id", id).append("text", "x".repeat(200)));
                    written.add(id);
                    if (written.size() == WRITES) {
                        enough.countDown();
                    }
                    leaveRoom();
                }
            } catch (MongoException _) {
                // killed, as every store here is
            }
        }

        private void send(AtomicInteger next) {
            Map<String, Object> settings = settings(brokerAddress);
            try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
                while (true) {
                    String value = "r" + next.getAndIncrement();
                    producer.send(new ProducerRecord<>(TOPIC, value, value)).get(5, TimeUnit.SECONDS);
                    sent.add(value);
                    if (sent.size() == RECORDS) {
                        enough.countDown();
                    }
                    leaveRoom();
                }
            } catch (KafkaException | ExecutionException | TimeoutException _) {
                // killed, as every broker here is
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        /** The control never waits for a disk and would take all the machine. */
        private void leaveRoom() {
            if (!isDurable) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
        }

        Lost restartFromDisk() throws IOException {
            volume.cutPower();
            Path documents = volume.folder().resolve("documents");
            try (var files = Files.list(documents)) {
                hadSnapshot = files.anyMatch(file -> file.toString().endsWith(".snapshot"));
            }
            Set<String> lostDocuments = new HashSet<>(written);
            try (DocumentStore store = DocumentStore.start(documents, 0);
                    MongoClient client = MongoClients.create(store.uri())) {
                client.getDatabase("suite")
                        .getCollection("people")
                        .find()
                        .forEach(person -> lostDocuments.remove(person.getString("_id")));
            }
            Set<String> lostRecords = new HashSet<>(sent);
            try (Broker broker = Broker.start(volume.folder().resolve("events"), 0, 0)) {
                readAll(broker.bootstrapServers(), lostRecords);
            }
            return new Lost(lostDocuments, lostRecords);
        }
    }

    private Volume volume(String name) {
        try {
            Volume volume = Volume.create(parent, name);
            volumes.add(volume);
            return volume;
        } catch (IOException e) {
            String why = "power cut not tested, no file system can be mounted here: " + e.getMessage();
            System.out.println(why);
            return Assumptions.abort(why);
        }
    }

    private Process start(Class<?> program, Path data, boolean isDurable) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName(),
                        data.toString(),
                        String.valueOf(isDurable))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        processes.add(process);
        return process;
    }

    private static String address(Process process) throws IOException {
        String ready = process.inputReader(StandardCharsets.UTF_8).readLine();
        return Objects.requireNonNull(ready, "a program did not start").substring("ready at ".length());
    }

    private static void createTopic(String address) throws Exception {
        try (Admin admin = Admin.create(settings(address))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)))
                    .all()
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /** Removes every value that is found in the topic. */
    private static void readAll(String address, Set<String> values) {
        List<TopicPartition> partitions = IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(TOPIC, partition))
                .toList();
        try (var consumer =
                new KafkaConsumer<>(settings(address), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
            while (partitions.stream()
                    .anyMatch(one -> consumer.position(one) < Objects.requireNonNull(ends.get(one)))) {
                consumer.poll(Duration.ofMillis(200)).forEach(each -> values.remove(each.value()));
            }
        }
    }

    private static Map<String, Object> settings(String address) {
        return Map.of("bootstrap.servers", address, "acks", "all", "retries", 0, "linger.ms", 0);
    }
}
