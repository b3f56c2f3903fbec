package io.crosscare.benchmark.suite;

import io.crosscare.benchmark.http.HttpClient;
import io.crosscare.benchmark.http.Request;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process of a running suite that is suspended for a while, or killed so that the supervisor starts another in its place.
 * However this program ends, what it has suspended goes on.
 */
public final class SuiteProcess implements AutoCloseable {

    private static final int MANAGEMENT = 10;
    private static final int OK = 200;
    private static final int CONNECT_MILLIS_MAX = 500;
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Pattern HOST_AND_PORT = Pattern.compile("([\\w.]+):(\\d+)");

    private final long pid;
    private final String address;
    private final Thread hook = new Thread(this::goOnQuietly, "let a process go on");
    private boolean isSuspended;

    private SuiteProcess(long pid, String address) {
        this.pid = pid;
        this.address = address;
    }

    /** The process that presently has this name. */
    public static SuiteProcess of(RunningSuite suite, String name) {
        Long pid = suite.pids().get(name);
        if (pid == null) {
            throw new IllegalStateException("no " + name + " in the state file");
        }
        return new SuiteProcess(pid, suite.addresses().getOrDefault(name, ""));
    }

    /** It does nothing any more, and its connections stay open. */
    public void suspend() throws IOException, InterruptedException {
        Runtime.getRuntime().addShutdownHook(hook);
        isSuspended = true;
        signal("STOP");
    }

    public void goOn() throws IOException, InterruptedException {
        signal("CONT");
        isSuspended = false;
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // this program is ending, and the hook lets it go on as well
        }
    }

    /** Ends it at once, and returns when it has ended. */
    public void kill() {
        ProcessHandle.of(pid).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }

    /** Waits until its successor answers; whether it did in time. */
    public boolean awaitSuccessor(Duration patience) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!answers()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(LOOK_EVERY);
        }
        return true;
    }

    /** A service says that it is ready; of a store it is enough that it listens. */
    private boolean answers() throws IOException {
        if (address.startsWith("http://")) {
            URI service = URI.create(address);
            URI management = URI.create("http://" + service.getHost() + ":" + (service.getPort() + MANAGEMENT));
            try (HttpClient client = new HttpClient(management)) {
                return client.send(Request.get("/actuator/health/readiness", ""))
                                .status()
                        == OK;
            } catch (IOException _) {
                return false;
            }
        }
        Matcher hostAndPort = HOST_AND_PORT.matcher(address);
        if (!hostAndPort.find()) {
            throw new IOException("no address in " + address);
        }
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(hostAndPort.group(1), Integer.parseInt(hostAndPort.group(2))),
                    CONNECT_MILLIS_MAX);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private void signal(String name) throws IOException, InterruptedException {
        int code = new ProcessBuilder("kill", "-" + name, String.valueOf(pid))
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("kill -" + name + " " + pid + " → " + code);
        }
    }

    private void goOnQuietly() {
        try {
            signal("CONT");
        } catch (IOException e) {
            System.err.println("未能继续进程 / letting process " + pid + " go on failed: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            if (isSuspended) {
                goOn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the signal is on its way
        }
    }
}
