package io.crosscare.settlement;

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
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Registry and filing-service as settlement sees them: real HTTP, answers in the form their own tests hold, and silence when a
 * test wants it. No event comes from them, so every copy is stale and every question reaches them.
 */
final class Neighbours {

    static final String ZHONGSHAN = "H31000000001";
    static final String LEVEL_UNKNOWN = "H31000000099";

    private static final Neighbours ONLY = new Neighbours();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NOTHING_LISTED = "{\"items\":[]}";
    private static final String UPLOADS = "registry.filing-upload.v1/";
    private static final String NO_FILING = "{\"effective\":false,\"reason\":\"NO_FILING\"}";

    private final Map<String, String> persons = new ConcurrentHashMap<>();
    private final Map<String, String> filings = new ConcurrentHashMap<>();
    private final Map<String, String> uploads = new ConcurrentHashMap<>();
    private final Map<String, String> institutions = new ConcurrentHashMap<>(Map.of(
            ZHONGSHAN, INSTITUTION.formatted(ZHONGSHAN, "\"level\":\"L3\","),
            LEVEL_UNKNOWN, INSTITUTION.formatted(LEVEL_UNKNOWN, "")));
    private final Queue<String> checks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger questions = new AtomicInteger();
    private final URI uri;
    private volatile boolean isSilent;

    private Neighbours() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/api/v1/institutions/", exchange -> answer(exchange, institution(exchange)));
            server.createContext("/api/v1/institutions", exchange -> answer(exchange, NOTHING_LISTED));
            server.createContext("/api/v1/agencies", exchange -> answer(exchange, NOTHING_LISTED));
            server.createContext("/api/v1/filings", exchange -> answer(exchange, NOTHING_LISTED));
            server.createContext("/api/v1/state-records/", exchange -> answer(exchange, stateRecords(exchange)));
            server.createContext("/api/v1/connectivity", exchange -> answer(exchange, CONNECTIVITY));
            server.createContext("/api/v1/insured-persons/", exchange -> answer(exchange, persons.get(last(exchange))));
            server.createContext("/api/v1/filing-checks", exchange -> answer(exchange, filingOf(exchange)));
            server.start();
            this.uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Neighbours running() {
        return ONLY;
    }

    /** A Zhenjiang retiree with a provincial card. */
    void know(String personId) {
        persons.put(personId, """
            {"personId":"%s","insuredRegion":"321100","plan":"EMPLOYEE","personType":"RETIRED",
             "insuranceStatus":"ACTIVE","householdRegistration":"321100","schoolYear":false,
             "cards":[{"kind":"PROVINCIAL_CARD","issuedBy":"321100","state":"ACTIVE"},
                      {"kind":"CITY_CITIZEN_CARD","issuedBy":"321100","state":"ACTIVE"}],"version":1}\
            """.formatted(personId));
    }

    /** Somebody else. */
    void know(String personId, String body) {
        persons.put(personId, body);
    }

    /** A further institution. */
    void open(String code, String body) {
        institutions.put(code, body);
    }

    /** What filing-service answers when it is asked for this person's filing. */
    void check(String personId, String answer) {
        filings.put(personId, answer);
    }

    /** The filing is on its way to the upper platform and has not arrived. */
    void uploading(String filingId) {
        uploads.put(filingId, """
            {"id":"%s","version":1,"body":{"filingId":"%s","filingVersion":1,"acceptedVersion":0,"state":"SENT",
             "at":"2019-06-03T01:02:03.004Z","version":1}}\
            """.formatted(filingId, filingId));
    }

    /** The queries of all filing checks for this person. */
    List<String> checksOf(String personId) {
        return checks.stream().filter(query -> query.contains(personId)).toList();
    }

    /** Filed for Shanghai. */
    void file(String personId) {
        filings.put(personId, """
            {"effective":true,"filing":{"id":"faaaaaaaaaaaaaaaaaaaaaaaaaa","personId":"%s","insuredRegion":"321100",
             "careRegion":"310000","category":"RETIRED_RESETTLED","effectiveFrom":"2019-05-01","state":"EFFECTIVE",
             "recordedAt":"2019-06-03T01:02:03.004Z","version":1}}\
            """.formatted(personId));
    }

    /** Answers nothing but 503 while the work runs. */
    void silentDuring(Runnable work) {
        isSilent = true;
        try {
            work.run();
        } finally {
            isSilent = false;
        }
    }

    /** The connectivity rows the registry has, all in their first version. */
    static List<String> connectivityRows() {
        return Pattern.compile("\"id\":\"([^\"]+)\"")
                .matcher(CONNECTIVITY)
                .results()
                .map(row -> row.group(1))
                .toList();
    }

    int questions() {
        return questions.get();
    }

    private void answer(HttpExchange exchange, @Nullable String body) throws IOException {
        questions.incrementAndGet();
        int status = isSilent ? 503 : body == null ? 404 : 200;
        byte[] bytes = (status == 200 && body != null ? body : "{}").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String last(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private String filingOf(HttpExchange exchange) {
        String query = exchange.getRequestURI().getQuery();
        checks.add(query);
        return filings.entrySet().stream()
                .filter(filing -> query.contains("personId=" + filing.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(NO_FILING);
    }

    /** One page of everything, for those topics of which there is anything; the record of a person by its id. */
    private @Nullable String stateRecords(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        String asked = path.substring("/api/v1/state-records/".length());
        if (asked.startsWith(UPLOADS)) {
            return uploads.get(asked.substring(UPLOADS.length()));
        }
        return switch (asked) {
            case "registry.connectivity.v1" -> page(new TreeMap<>(rowsById()));
            case "registry.institution.v1" -> page(new TreeMap<>(institutions));
            case "filing.insured-person.v1" -> page(new TreeMap<>(persons));
            case "filing.filing.v1", "registry.agency.v1", "registry.filing-upload.v1" -> NOTHING_LISTED;
            default -> null;
        };
    }

    private static Map<String, String> rowsById() {
        return JSON.readTree(CONNECTIVITY)
                .at("/items")
                .valueStream()
                .collect(Collectors.toMap(row -> row.at("/id").asString(), JsonNode::toString));
    }

    private static String page(SortedMap<String, String> bodies) {
        return bodies.entrySet().stream()
                .map(body -> "{\"id\":\"%s\",\"version\":1,\"body\":%s}".formatted(body.getKey(), body.getValue()))
                .collect(Collectors.joining(",", "{\"items\":[", "]}"));
    }

    private @Nullable String institution(HttpExchange exchange) {
        return institutions.get(last(exchange));
    }

    private static final String INSTITUTION = """
        {"code":"%s","codeProvisional":true,"name":"复旦大学附属中山医院","region":"310000",%s"kind":"HOSPITAL",
         "status":"OPEN","capabilities":[{"name":"CROSS_PROVINCE_OUTPATIENT","nameZh":"跨省门诊",
         "serviceTypes":["OUTPATIENT"],"direction":"INBOUND","counterpart":"320000","source":"Z 八","mark":"官方"},
         {"name":"CROSS_PROVINCE_INPATIENT","nameZh":"跨省住院","serviceTypes":["INPATIENT"],"direction":"INBOUND",
          "counterpart":"*","source":"fixture","mark":"假设"}],"version":1}\
        """;

    private static final String CONNECTIVITY = """
        {"items":[{"id":"321100-310000-OUTPATIENT-OUTBOUND","insuredRegion":"321100","careRegion":"310000",
         "serviceTypes":["OUTPATIENT"],"plans":["EMPLOYEE","RESIDENT","SPECIAL"],"direction":"OUTBOUND",
         "status":"OPEN","source":"Z 五.2","mark":"官方","version":1},
         {"id":"321100-*-INPATIENT-OUTBOUND","insuredRegion":"321100","careRegion":"*",
         "serviceTypes":["INPATIENT"],"plans":["EMPLOYEE","RESIDENT","SPECIAL"],"direction":"OUTBOUND",
         "status":"OPEN","source":"Z 五.2","mark":"官方","version":1},
         {"id":"321100-330000-OUTPATIENT-OUTBOUND","insuredRegion":"321100","careRegion":"330000",
         "serviceTypes":["OUTPATIENT"],"plans":[],"direction":"OUTBOUND",
         "status":"NOT_CONNECTED","source":"Z 五.2","mark":"官方","version":1},
         {"id":"320100-310000-OUTPATIENT-OUTBOUND","insuredRegion":"320100","careRegion":"310000",
         "serviceTypes":["OUTPATIENT"],"plans":["EMPLOYEE"],"direction":"OUTBOUND","from":"2019-04-18",
         "status":"OPEN","source":"N 长三角","mark":"官方","version":1},
         {"id":"320100-330400-OUTPATIENT-OUTBOUND","insuredRegion":"320100","careRegion":"330400",
         "serviceTypes":["OUTPATIENT"],"plans":["EMPLOYEE"],"direction":"OUTBOUND","from":"2019-10-28",
         "status":"OPEN","source":"N 长三角","mark":"官方","version":1},
         {"id":"320100-330000-OUTPATIENT-OUTBOUND","insuredRegion":"320100","careRegion":"330000",
         "serviceTypes":["OUTPATIENT"],"plans":[],"direction":"OUTBOUND",
         "status":"NOT_CONNECTED","source":"N Q10","mark":"官方","version":1},
         {"id":"320100-*-INPATIENT-OUTBOUND","insuredRegion":"320100","careRegion":"*",
         "serviceTypes":["INPATIENT"],"plans":["EMPLOYEE","RESIDENT"],"direction":"OUTBOUND",
         "status":"OPEN","source":"N 长三角","mark":"官方","version":1}]}\
        """;

    /** Points the service under test to them. */
    static final class Properties implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of("crosscare.services.filing=" + ONLY.uri, "crosscare.services.registry=" + ONLY.uri)
                    .applyTo(context);
        }
    }
}
