package io.crosscare.benchmark.suite;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A suite that {@code deploy/local/up} started and watches over, as its state file names it.
 *
 * @param data its data directory
 * @param pids by process name, the supervisor's included
 * @param addresses by process name, as people read them
 */
public record RunningSuite(Path data, int portBase, SequencedMap<String, Long> pids, Map<String, String> addresses) {

    public static final String DOCUMENTS = "documents";
    public static final String SUPERVISOR = "supervisor";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String STATE_FILE = "suite.json";
    private static final String QUICK_COMPILER_ONLY = "-XX:TieredStopAtLevel=1";

    /** The suite of a data directory; empty when none is ready there. */
    public static Optional<RunningSuite> find(Path data) throws IOException {
        Path file = data.resolve(STATE_FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        JsonNode state = JSON.readTree(Files.readString(file));
        if (!state.path("phase").asString().equals("READY")) {
            return Optional.empty();
        }
        SequencedMap<String, Long> pids = new LinkedHashMap<>();
        Map<String, String> addresses = new LinkedHashMap<>();
        for (JsonNode child : state.path("children")) {
            String name = child.path("name").asString();
            pids.put(name, child.path("process").path("pid").asLong());
            addresses.put(name, child.path("address").asString());
        }
        pids.put(SUPERVISOR, state.path("supervisor").path("pid").asLong());
        boolean isAlive = pids.values().stream()
                .allMatch(pid ->
                        ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent());
        return isAlive
                ? Optional.of(new RunningSuite(data, state.path("portBase").asInt(), pids, addresses))
                : Optional.empty();
    }

    public URI gateway() {
        return address("gateway");
    }

    public URI settlement() {
        return address("settlement");
    }

    public URI documents() {
        return address(DOCUMENTS);
    }

    /** The services by name: those that are reached over HTTP. */
    public SequencedMap<String, URI> services() {
        SequencedMap<String, URI> services = new LinkedHashMap<>();
        pids.sequencedKeySet().stream()
                .filter(name -> addresses.getOrDefault(name, "").startsWith("http://"))
                .forEach(name -> services.put(name, address(name)));
        return services;
    }

    public Path keys() {
        return data.resolve("keys");
    }

    /** Whether it was started with {@code up --load}: only then do its figures say anything about speed. */
    public boolean isForLoad() throws IOException {
        Long gateway = pids.get("gateway");
        if (gateway == null) {
            throw new IllegalStateException("no gateway in the state file");
        }
        Path commandLine = Path.of("/proc", String.valueOf(gateway), "cmdline");
        return !Files.readString(commandLine).contains(QUICK_COMPILER_ONLY);
    }

    private URI address(String name) {
        String address = addresses.get(name);
        if (address == null) {
            throw new IllegalStateException("no " + name + " in the state file");
        }
        return URI.create(address);
    }
}
