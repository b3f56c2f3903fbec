package io.crosscare.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The command's talk with a gateway that answers as told: what it says, and with which code it ends. */
class AuditDialogueTest {

    private static final String RUNNING = """
        {"id":"a1","state":"RUNNING","progress":{"stage":"CHAINS","buckets":7,"bucketsTotal":1024,"chains":3,
         "entries":9,"visits":0,"intents":0},"invariants":[]}\
        """;

    private static final String HELD = """
        {"id":"a1","state":"HELD","progress":{},"invariants":[
         {"id":"I1","titleZh":"均在链上","titleEn":"all stored","state":"HELD","checkedCount":1234,"violationCount":0,
          "violations":[]},
         {"id":"I2","titleZh":"一键一条","titleEn":"one entry","state":"HELD","checkedCount":5,"violationCount":0,
          "violations":[]}]}\
        """;

    private static final String VIOLATED = """
        {"id":"a1","state":"VIOLATED","progress":{},"invariants":[
         {"id":"I1","titleZh":"均在链上","titleEn":"all stored","state":"HELD","checkedCount":1,"violationCount":0,
          "violations":[]},
         {"id":"I4","titleZh":"平衡","titleEn":"balance","state":"VIOLATED","checkedCount":5,"violationCount":3,
          "violations":[{"record":"p1:0000000002","detailZh":"差一分","detailEn":"one fen off"}]}]}\
        """;

    private static final String UNCHECKED = """
        {"id":"a1","state":"FAILED","failure":"NOT_ALL_CHECKED","progress":{},"invariants":[
         {"id":"I8","titleZh":"一致","titleEn":"equal","state":"UNCHECKED","checkedCount":1,"violationCount":0,
          "violations":[],"uncheckedZh":"没有答复","uncheckedEn":"no answer"}]}\
        """;

    private final Deque<Told> answers = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private final Set<String> keys = new TreeSet<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private HttpServer gateway;

    private record Told(int status, String body) {}

    @BeforeEach
    void open() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/api/v1/audits", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            if (exchange.getRequestMethod().equals("POST")) {
                keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            }
            Told told = answers.size() > 1 ? answers.poll() : answers.peek();
            byte[] body = told.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(told.status(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        gateway.start();
    }

    @AfterEach
    void close() {
        gateway.stop(0);
    }

    @Test
    void saysEveryInvariantWithItsCountAndEndsWithHowManyHeld() {
        answer(202, RUNNING).answer(200, RUNNING).answer(200, HELD);

        int code = hold();

        assertThat(code).isZero();
        assertThat(lines()).last().isEqualTo("audit: 2 invariants held");
        assertThat(lines()).anyMatch(line -> line.contains("I1") && line.contains("1,234") && line.contains("held"));
        assertThat(asked).containsExactly("POST /api/v1/audits", "GET /api/v1/audits/a1", "GET /api/v1/audits/a1");
    }

    @Test
    void namesTheRecordsThatBreakOneAndHowManyMoreThereAre() {
        answer(202, RUNNING).answer(200, VIOLATED);

        int code = hold();

        assertThat(code).isEqualTo(1);
        assertThat(lines())
                .contains("I4 p1:0000000002: 差一分 / one fen off", "I4 … 另有 2 条 / and 2 more")
                .last()
                .isEqualTo("audit: 3 violations, 1 invariants held");
    }

    @Test
    void hasNoResultWhereNotEverythingCouldBeChecked() {
        answer(202, RUNNING).answer(200, UNCHECKED);

        int code = hold();

        assertThat(code).isEqualTo(2);
        assertThat(lines()).last().isEqualTo("audit: no result, NOT_ALL_CHECKED; I8: no answer");
    }

    @Test
    void saysThatTheProcessOfTheAuditStopped() {
        answer(202, RUNNING).answer(200, "{\"state\":\"FAILED\",\"failure\":\"INTERRUPTED\",\"invariants\":[]}");

        int code = hold();

        assertThat(code).isEqualTo(2);
        assertThat(lines()).last().isEqualTo("audit: no result, INTERRUPTED");
        assertThat(lines()).noneMatch(line -> line.contains("checked"));
    }

    @Test
    void letsAnotherAuditFinishAndThenBeginsItsOwn() {
        answer(409, "{\"auditId\":\"a0\"}")
                .answer(200, VIOLATED)
                .answer(202, RUNNING)
                .answer(200, HELD);

        int code = hold();

        assertThat(code).isZero();
        assertThat(asked)
                .containsExactly(
                        "POST /api/v1/audits", "GET /api/v1/audits/a0", "POST /api/v1/audits", "GET /api/v1/audits/a1");
    }

    @Test
    void asksAgainUnderTheSameKeyWhileTheServiceComesBack() {
        answer(503, "{}")
                .answer(503, "{}")
                .answer(202, RUNNING)
                .answer(504, "{}")
                .answer(200, HELD);

        int code = hold();

        assertThat(code).isZero();
        assertThat(keys).hasSize(1);
        assertThat(lines()).anyMatch(line -> line.contains("trying again"));
    }

    @Test
    void saysWhyTheGatewayWillNot() {
        answer(403, "{\"detail\":\"The caller may not do this\"}");

        int code = hold();

        assertThat(code).isEqualTo(2);
        assertThat(lines()).last().isEqualTo("audit: no result, the gateway answered 403 The caller may not do this");
    }

    @Test
    void givesUpOnSilence() {
        answer(200, HELD);
        gateway.stop(0);

        int code = hold();

        assertThat(code).isEqualTo(2);
        assertThat(lines()).last().isEqualTo("audit: no result, no answer from the gateway");
    }

    private AuditDialogueTest answer(int status, String body) {
        answers.add(new Told(status, body));
        return this;
    }

    private int hold() {
        URI address = URI.create("http://127.0.0.1:" + gateway.getAddress().getPort());
        Console console = new Console(new PrintStream(said, true, StandardCharsets.UTF_8), () -> Duration.ofSeconds(1));
        try (AuditDoor door = new AuditDoor(address, "token")) {
            return new AuditDialogue(door, console, Duration.ofMillis(1)).hold();
        }
    }

    private List<String> lines() {
        return said.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
