package io.crosscare.benchmark.store;

import io.crosscare.local.store.DocumentStoreMain;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server under measurement, in a process of its own so that its processor time is its own. */
final class ServerProcess implements AutoCloseable {

    private static final Pattern URI = Pattern.compile("mongodb://[0-9.:]+/");
    private static final String HEAP = "1g";
    private static final double KIB_PER_MIB = 1_024;
    private static final List<String> JVM_OPTIONS =
            List.of("-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

    private final Process process;
    private final String uri;

    private ServerProcess(Process process, String uri) {
        this.process = process;
        this.uri = uri;
    }

    /** Our store on a folder, any free port. */
    static ServerProcess documentStore(Path folder) throws IOException {
        return documentStore(folder, HEAP);
    }

    /** As before, with a heap of this size. */
    static ServerProcess documentStore(Path folder, String heap) throws IOException {
        return start(heap, DocumentStoreMain.class, "--data", folder.toString(), "--port", "0");
    }

    /** The untouched H2 backend on a file in the folder. */
    static ServerProcess h2(Path folder) throws IOException {
        return start(HEAP, H2ServerMain.class, folder.resolve("h2.mv").toString());
    }

    String uri() {
        return uri;
    }

    Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    double residentMib() throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        return Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElseThrow()
                / KIB_PER_MIB;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private static ServerProcess start(String heap, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heap);
        command.addAll(JVM_OPTIONS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return new ServerProcess(process, readUri(process));
        } catch (IOException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static String readUri(Process process) throws IOException {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher uri = URI.matcher(line);
            if (uri.find()) {
                return uri.group();
            }
        }
        throw new IOException("the server ended before it was ready");
    }
}
