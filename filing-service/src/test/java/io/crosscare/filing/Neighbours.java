package io.crosscare.filing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Settlement-service as this service sees it: real HTTP, answers in the form of its doors, and silence when a test wants it. */
final class Neighbours {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Neighbours ONLY = new Neighbours();

    private final Map<String, String> stays = new ConcurrentHashMap<>();
    private final Map<String, List<String>> chains = new ConcurrentHashMap<>();
    private final Set<String> silent = ConcurrentHashMap.newKeySet();
    private final String address;

    private Neighbours() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext(
                    "/settlement/api/v1/open-stays", exchange -> answer("settlement", exchange, this::staysOf));
            server.createContext(
                    "/settlement/api/v1/persons/", exchange -> answer("settlement", exchange, this::chainOf));
            server.start();
            this.address = "http://127.0.0.1:" + server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Neighbours running() {
        return ONLY;
    }

    /** Tells the service where they are. */
    static final class Addresses implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of("crosscare.services.settlement=" + ONLY.address + "/settlement")
                    .applyTo(context);
        }
    }

    /** What a neighbour answers to a request with this path and body. */
    private interface Door {

        String answer(String path, String body);
    }

    void admit(String personId, String careRegion, String since) {
        stays.put(
                personId,
                "{\"personId\":\"%s\",\"careRegion\":\"%s\",\"startedOn\":\"%s\"}"
                        .formatted(personId, careRegion, since));
    }

    void silence(String neighbour, boolean isSilent) {
        if (isSilent) {
            silent.add(neighbour);
        } else {
            silent.remove(neighbour);
        }
    }

    /** Adds a settlement to the person's chain and gives its id. */
    String settle(String personId, String filingId, Instant at) {
        return append(personId, at, """
            "settlement":{"institutionCode":"H31000000001","serviceFrom":"2019-09-10","serviceTo":"2019-09-12",
            "filingId":"%s","totalCostFen":100}\
            """.formatted(filingId));
    }

    /** Takes a settlement back. */
    void undo(String personId, String settlementId, Instant at) {
        append(personId, at, "\"undo\":{\"state\":\"CANCELLED\",\"originalId\":\"" + settlementId + "\"}");
    }

    private String append(String personId, Instant at, String what) {
        List<String> chain = chains.computeIfAbsent(personId, _ -> new CopyOnWriteArrayList<>());
        String id = personId + ":%010d".formatted(chain.size() + 1);
        chain.add("{\"id\":\"%s\",\"seq\":%d,\"recordedAt\":\"%s\",%s}".formatted(id, chain.size() + 1, at, what));
        return id;
    }

    private String chainOf(String path, String body) {
        List<String> chain = chains.getOrDefault(path.split("/", -1)[5], List.of());
        return "{\"items\":[" + String.join(",", chain) + "]}";
    }

    private String staysOf(String path, String body) {
        List<String> found = new ArrayList<>();
        for (JsonNode person : JSON.readTree(body).at("/personIds")) {
            String stay = stays.get(person.asString());
            if (stay != null) {
                found.add(stay);
            }
        }
        return "{\"items\":[" + String.join(",", found) + "]}";
    }

    private void answer(String neighbour, HttpExchange exchange, Door door) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (silent.contains(neighbour)) {
                exchange.sendResponseHeaders(500, -1);
                return;
            }
            byte[] answer =
                    door.answer(exchange.getRequestURI().getPath(), body).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }
}
