package io.crosscare.chassis.testing;

import io.crosscare.local.broker.Broker;
import io.crosscare.local.store.DocumentStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * The one place that chooses what integration tests run on: real MongoDB and Kafka in containers when a Docker engine answers,
 * else the embedded servers. Says which. Started once per test run, on first use.
 */
public final class TestStores {

    private static final Logger LOG = LoggerFactory.getLogger(TestStores.class);
    private static final String MONGO_IMAGE = "mongo:8.0";
    private static final String KAFKA_IMAGE = "apache/kafka:4.1.0";

    private TestStores() {}

    /** Connection string of the document store. */
    public static String mongoUri() {
        return Mongo.URI;
    }

    /** Bootstrap servers of the broker. */
    public static String kafka() {
        return Kafka.BOOTSTRAP_SERVERS;
    }

    /** Where tests find the servers they need. */
    enum Choice {
        CONTAINERS("MongoDB and Kafka in containers"),
        EMBEDDED("the embedded document store and broker (no Docker engine)");

        private final String description;

        Choice(String description) {
            this.description = description;
        }

        /** Containers when the engine answers, whatever else is there. */
        static Choice of(BooleanSupplier engineAnswers) {
            return engineAnswers.getAsBoolean() ? CONTAINERS : EMBEDDED;
        }

        /** Starts a server the chosen way and says so; the other way is not touched. */
        String start(String what, Supplier<String> container, Supplier<String> embedded) {
            String address = switch (this) {
                case CONTAINERS -> container.get();
                case EMBEDDED -> embedded.get();
            };
            LOG.info("tests use {}; {} at {}", description, what, address);
            return address;
        }
    }

    private static final class Chosen {

        static final Choice CHOICE = Choice.of(Chosen::engineAnswers);

        private static boolean engineAnswers() {
            boolean isThereASocket =
                    System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
            return isThereASocket && DockerClientFactory.instance().isDockerAvailable();
        }
    }

    private static final class Mongo {

        static final String URI = Chosen.CHOICE.start("document store", Mongo::container, Mongo::embedded);

        private static String container() {
            MongoDBContainer container = new MongoDBContainer(MONGO_IMAGE).withReplicaSet();
            container.start();
            return container.getConnectionString();
        }

        private static String embedded() {
            DocumentStore store = unchecked(() -> DocumentStore.start(temporary("store"), 0));
            closeAtEnd(store);
            return store.uri();
        }
    }

    private static final class Kafka {

        static final String BOOTSTRAP_SERVERS = Chosen.CHOICE.start("broker", Kafka::container, Kafka::embedded);

        private static String container() {
            KafkaContainer container = new KafkaContainer(KAFKA_IMAGE);
            container.start();
            return container.getBootstrapServers();
        }

        private static String embedded() {
            Broker broker = unchecked(() -> Broker.start(temporary("broker"), 0, 0));
            closeAtEnd(broker);
            return broker.bootstrapServers();
        }
    }

    private static void closeAtEnd(AutoCloseable server) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                server.close();
            } catch (Exception e) {
                LOG.warn("cannot close {}", server, e);
            }
        }));
    }

    private static Path temporary(String name) throws IOException {
        return Files.createTempDirectory("crosscare-test-" + name);
    }

    private interface Starting<T> {
        T start() throws IOException;
    }

    private static <T> T unchecked(Starting<T> starting) {
        try {
            return starting.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
