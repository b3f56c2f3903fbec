package io.crosscare.benchmark.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On a process that does nothing but sleep. */
@Timeout(30)
class SuiteProcessTest {

    private static final String SUSPENDED = "T";

    private Process sleeping = ended();

    @BeforeEach
    void start() throws IOException {
        sleeping = new ProcessBuilder("sleep", "60").start();
    }

    @AfterEach
    void end() {
        sleeping.destroyForcibly();
    }

    @Test
    void suspendsAndLetsGoOn() throws Exception {
        SuiteProcess process = process("127.0.0.1:1 (Kafka)");

        process.suspend();
        awaitState(true);
        process.goOn();
        awaitState(false);

        assertThat(sleeping.isAlive()).isTrue();
    }

    @Test
    void leavesNothingSuspended() throws Exception {
        try (SuiteProcess process = process("127.0.0.1:1 (Kafka)")) {
            process.suspend();
            awaitState(true);
        }

        awaitState(false);
    }

    @Test
    void killsAndWaitsForASuccessorThatListens() throws Exception {
        SuiteProcess process;
        try (ServerSocket successor = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            process = process("127.0.0.1:" + successor.getLocalPort() + " (Kafka)");

            process.kill();

            assertThat(sleeping.isAlive()).isFalse();
            assertThat(process.awaitSuccessor(Duration.ofSeconds(5))).isTrue();
        }
        assertThat(process.awaitSuccessor(Duration.ZERO)).isFalse();
    }

    @Test
    void knowsOnlyWhatRuns() {
        assertThatThrownBy(() -> SuiteProcess.of(suite("127.0.0.1:1"), "registry"))
                .isInstanceOf(IllegalStateException.class);
    }

    private SuiteProcess process(String address) {
        return SuiteProcess.of(suite(address), "events");
    }

    private RunningSuite suite(String address) {
        LinkedHashMap<String, Long> pids = new LinkedHashMap<>();
        pids.put("events", sleeping.pid());
        return new RunningSuite(Path.of(""), 1, pids, Map.of("events", address));
    }

    private void awaitState(boolean isSuspended) throws IOException, InterruptedException {
        while (state().equals(SUSPENDED) != isSuspended) {
            Thread.sleep(10);
        }
    }

    private String state() throws IOException {
        String stat = Files.readString(Path.of("/proc", String.valueOf(sleeping.pid()), "stat"));
        return stat.substring(stat.lastIndexOf(')') + 2).substring(0, 1);
    }

    private static Process ended() {
        try {
            return new ProcessBuilder("true").start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
