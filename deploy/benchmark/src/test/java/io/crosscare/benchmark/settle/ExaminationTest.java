package io.crosscare.benchmark.settle;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.crosscare.benchmark.http.HttpClient;
import io.crosscare.benchmark.load.Callers;
import io.crosscare.benchmark.load.ErrorCounts;
import io.crosscare.benchmark.load.Progress;
import io.crosscare.local.data.Keys;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a gateway that tells what each test lets it tell; each planted fault must be found. */
class ExaminationTest {

    @TempDir
    private static Path data = Path.of("");

    private final Map<String, List<String>> pages = new HashMap<>();
    private final Deque<String> auditStates = new ArrayDeque<>();
    private final Ledger ledger = new Ledger();
    private final ErrorCounts errors = new ErrorCounts();
    private boolean hasAuditor;
    private int auditsOfOthers;
    private HttpServer server = notStarted();

    @BeforeAll
    static void makeKeys() {
        new Keys(data.resolve("keys")).makeMissing(List.of("gateway"));
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/persons", this::chain);
        server.createContext("/api/v1/audits", this::audit);
        server.start();
        ledger.settled("p1", "p1:2");
        ledger.settled("p1", "p1:3");
        ledger.settled("p2", "p2:1");
        pages.put("p1", List.of("ACCOUNT_CREDIT p1:1,SETTLEMENT p1:2", "SETTLEMENT p1:3"));
        pages.put("p2", List.of("SETTLEMENT p2:1"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void isContentWithChainsThatHoldWhatWasAnswered() throws Exception {
        assertThat(verdict().isValid()).isTrue();
    }

    @Test
    void findsAnAnswerThatIsNotInTheChain() throws Exception {
        ledger.settled("p2", "p2:2");

        assertThat(failed()).containsExactly("chains hold what was answered (2 persons)");
    }

    @Test
    void findsAnEntryThatWasNeverAnswered() throws Exception {
        pages.put("p2", List.of("SETTLEMENT p2:1,SETTLEMENT p2:2"));

        assertThat(failed()).containsExactly("chains hold what was answered (2 persons)");
    }

    @Test
    void findsAnotherSettlementInThePlaceOfTheAnsweredOne() throws Exception {
        pages.put("p2", List.of("SETTLEMENT p2:7"));

        assertThat(failed()).containsExactly("chains hold what was answered (2 persons)");
    }

    @Test
    void findsAChainThatCannotBeRead() throws Exception {
        pages.remove("p2");

        assertThat(failed()).containsExactly("chains hold what was answered (2 persons)");
    }

    @Test
    void findsOneSettlementToldTwice() throws Exception {
        ledger.settled("p2", "p2:1");

        assertThat(failed()).containsExactly("each answer is a settlement of its own");
    }

    @Test
    void findsAnyError() throws Exception {
        errors.count("503 peer-unavailable");

        assertThat(failed()).containsExactly("no errors");
    }

    @Test
    void isNotContentWithNothing() throws Exception {
        Verdict nothing = examination(new Ledger()).examine(errors, List.of(), "run");

        assertThat(nothing.checks().stream().filter(check -> !check.holds()).count())
                .as("no answers and no chains")
                .isEqualTo(2);
    }

    @Test
    void believesTheAuditorWhereThereIsOne() throws Exception {
        hasAuditor = true;
        auditStates.addAll(List.of("RUNNING", "HELD"));

        assertThat(failed()).isEmpty();
        assertThat(auditStates).as("asked until it was done").isEmpty();
    }

    @Test
    void namesWhatTheAuditorFound() throws Exception {
        hasAuditor = true;
        auditStates.add("VIOLATED");

        Verdict verdict = verdict();

        assertThat(verdict.isValid()).isFalse();
        assertThat(verdict.checks().getLast().found()).isEqualTo("VIOLATED, I4 × 3, 2 条不变式 invariants");
    }

    @Test
    void waitsForTheAuditOfSomebodyElse() throws Exception {
        hasAuditor = true;
        auditsOfOthers = 1;
        auditStates.add("HELD");

        assertThat(failed()).isEmpty();
        assertThat(auditsOfOthers).isZero();
    }

    private List<String> failed() throws Exception {
        return verdict().checks().stream()
                .filter(check -> !check.holds())
                .map(Verdict.Check::en)
                .toList();
    }

    private Verdict verdict() throws Exception {
        return examination(ledger).examine(errors, List.of("p1", "p2"), "run");
    }

    private Examination examination(Ledger answered) {
        HttpClient gateway = new HttpClient(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
        Callers callers = new Callers(data, data.resolve("keys"), Clock.systemUTC());
        return new Examination(
                gateway, callers, answered, new Progress(new PrintStream(PrintStream.nullOutputStream())));
    }

    private void chain(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/", -1);
        String query = exchange.getRequestURI().getQuery();
        List<String> ofPerson = pages.get(path[4]);
        if (ofPerson == null) {
            answer(exchange, 404, "{}");
            return;
        }
        int page = query.contains("cursor=") ? Integer.parseInt(query.replaceAll(".*cursor=", "")) : 0;
        String items = List.of(ofPerson.get(page).split(",", -1)).stream()
                .map(entry -> "{\"kind\":\"%s\",\"id\":\"%s\"}".formatted((Object[]) entry.split(" ", 2)))
                .collect(Collectors.joining(","));
        String next = page + 1 < ofPerson.size() ? ",\"nextCursor\":\"" + (page + 1) + "\"" : "";
        answer(exchange, 200, "{\"items\":[" + items + "]" + next + "}");
    }

    private void audit(HttpExchange exchange) throws IOException {
        if (!hasAuditor) {
            answer(exchange, 404, "{\"type\":\"urn:crosscare:problem:not-found\"}");
        } else if (auditsOfOthers > 0) {
            auditsOfOthers--;
            answer(exchange, 409, "{\"type\":\"urn:crosscare:problem:conflict\"}");
        } else if (exchange.getRequestMethod().equals("POST")) {
            answer(exchange, 202, "{\"id\":\"a1\",\"state\":\"RUNNING\"}");
        } else {
            String state = auditStates.remove();
            long violations = state.equals("VIOLATED") ? 3 : 0;
            answer(exchange, 200, """
                {"id":"a1","state":"%s","invariants":[{"id":"I1","violationCount":0},\
                {"id":"I4","violationCount":%d}]}\
                """.formatted(state, violations));
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static HttpServer notStarted() {
        try {
            return HttpServer.create();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
