package io.crosscare.correction;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Filing-service, registry and settlement service as the desk sees them: real HTTP, answers in the form of their doors, and
 * silence when a test wants it.
 */
final class Neighbours {

    private static final Neighbours ONLY = new Neighbours();
    private static final String CONNECTION = """
        {"open":true,"messageZh":"已开通：镇江参保人在上海的门诊","messageEn":"open: outpatient care in Shanghai for Zhenjiang",
         "source":"Z 五.2","mark":"官方",
         "row":{"id":"321100-310000-OUTPATIENT-OUTBOUND","insuredRegion":"321100","careRegion":"310000",
         "serviceTypes":["OUTPATIENT"],"plans":["EMPLOYEE"],"direction":"OUTBOUND","status":"OPEN","source":"Z 五.2",
         "mark":"官方","plansMark":"官方","fromMark":"官方","version":2}}\
        """;

    private final Map<String, List<String>> filings = new ConcurrentHashMap<>();
    private final Map<String, String> persons = new ConcurrentHashMap<>();
    private final Map<String, String> bills = new ConcurrentHashMap<>();
    private final Map<String, List<String>> chains = new ConcurrentHashMap<>();
    private final Set<String> silent = ConcurrentHashMap.newKeySet();
    private final URI uri;

    private Neighbours() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/filing/api/v1/filings", exchange -> answer("filing", exchange, filingsOf(exchange)));
            server.createContext(
                    "/registry/api/v1/institutions/",
                    exchange -> answer("registry", exchange, institution(segment(exchange, 5))));
            server.createContext("/registry/api/v1/connectivity", exchange -> answer("registry", exchange, CONNECTION));
            server.createContext(
                    "/filing/api/v1/insured-persons/",
                    exchange -> answer("filing", exchange, persons.get(segment(exchange, 5))));
            server.createContext(
                    "/settlement/api/v1/visits/",
                    exchange -> answer("settlement", exchange, bills.get(segment(exchange, 5))));
            server.createContext(
                    "/settlement/api/v1/persons/", exchange -> answer("settlement", exchange, chainOf(exchange)));
            server.start();
            this.uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Neighbours running() {
        return ONLY;
    }

    /** A filing for Shanghai, made at that time. */
    void file(String personId, String filingId, String at) {
        filings.computeIfAbsent(personId, _ -> new CopyOnWriteArrayList<>())
                .add("""
                    {"id":"%s","personId":"%s","insuredRegion":"321100","careRegion":"310000","category":"LONG_TERM_RESIDENT",
                     "effectiveFrom":"2019-05-01","state":"EFFECTIVE","channel":"COUNTER","backdated":true,"recordedAt":"%s",
                     "version":1,"history":[{"action":"LODGED","at":"%s","by":"agency"}]}\
                    """.formatted(filingId, personId, at, at));
    }

    /** Entries as they would be published. */
    void keepChain(String personId, String... entries) {
        chains.put(personId, List.of(entries));
    }

    /** What filing-service says of a person. */
    void know(String personId, String insuranceStatus, String cardState) {
        persons.put(personId, """
            {"personId":"%s","insuredRegion":"321100","plan":"EMPLOYEE","personType":"RETIRED","insuranceStatus":"%s",
             "schoolYear":false,"cards":[{"kind":"PROVINCIAL_CARD","issuedBy":"321100","state":"%s"}],"version":2}\
            """.formatted(personId, insuranceStatus, cardState));
    }

    /** What settlement says of a bill of a visit from now on. */
    void bill(String visitId, String state, @Nullable String reason) {
        String why = reason == null ? "" : "\"reason\":\"" + reason + "\",\"message\":\"不能结算\",";
        bills.put(visitId, """
            {"state":"%s",%s"known":{"institution":3,"person":2,"filings":[]},"stale":[],"unlisted":[]}\
            """.formatted(state, why));
    }

    void silence(String service) {
        silent.add(service);
    }

    void wake(String service) {
        silent.remove(service);
    }

    private void answer(String service, HttpExchange exchange, @Nullable String body) throws IOException {
        int status = silent.contains(service) ? 503 : body == null ? 404 : 200;
        byte[] bytes = (status == 200 && body != null ? body : "{}").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String institution(String code) {
        return """
            {"code":"%s","codeProvisional":true,"name":"复旦大学附属中山医院","region":"310000","level":"L3","levelMark":"官方",
             "kind":"HOSPITAL","status":"OPEN","capabilities":[],"coverageMark":"官方","source":"Z 八","version":3}\
            """.formatted(code);
    }

    private String filingsOf(HttpExchange exchange) {
        String person = parameter(exchange, "personId");
        return "{\"items\":[" + String.join(",", filings.getOrDefault(person, List.of())) + "]}";
    }

    private @Nullable String chainOf(HttpExchange exchange) {
        List<String> chain = chains.get(segment(exchange, 5));
        if (chain == null) {
            return null;
        }
        int first = Integer.parseInt(parameter(exchange, "cursor")) - 1;
        List<String> page = first >= chain.size() ? List.of() : chain.subList(first, chain.size());
        return "{\"items\":[" + String.join(",", page) + "]}";
    }

    private static String parameter(HttpExchange exchange, String name) {
        for (String pair : exchange.getRequestURI().getQuery().split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        throw new IllegalArgumentException("no " + name);
    }

    private static String segment(HttpExchange exchange, int place) {
        return exchange.getRequestURI().getPath().split("/", -1)[place];
    }

    /** Points the service under test to them. */
    static final class Properties implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "crosscare.services.filing=" + ONLY.uri + "/filing",
                            "crosscare.services.registry=" + ONLY.uri + "/registry",
                            "crosscare.services.settlement=" + ONLY.uri + "/settlement")
                    .applyTo(context);
        }
    }
}
