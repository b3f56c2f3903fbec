package io.crosscare.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.testing.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a failed call leaves in the log of a service: one line, with its trace, and nothing of what was asked (S25, S50). */
@SpringBootTest(
        classes = TinyApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.import=classpath:chassis.yaml",
            "spring.profiles.active=test",
            "spring.application.name=registry",
            "management.server.port=0"
        })
@ContextConfiguration(initializers = WebEdgeIT.Keys.class)
@ExtendWith(OutputCaptureExtension.class)
class FailedCallIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String OPERATOR = TestTokens.internal(new Caller.Operator("ops"));
    private static final String MARK = "MARKED7701";

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource({
        "GET,/api/v1/me,none,401,unauthenticated,CALLER,INFO,GET (no door)",
        "GET,/api/v1/nothing,operator,404,not-found,CALLER,INFO,GET /**",
        "POST,/api/v1/bills,operator,400,invalid-request body:json,CALLER,INFO,POST /api/v1/bills",
        "GET,/api/v1/away,operator,503,peer-unavailable,PEER,WARN,GET /api/v1/away",
        "GET,/api/v1/broken,operator,500,internal,US,ERROR,GET /api/v1/broken",
    })
    void isOneReadableLine(
            String method,
            String path,
            String caller,
            int status,
            String problem,
            String blame,
            String level,
            String door,
            CapturedOutput output)
            throws Exception {
        HttpResponse<String> answer =
                send(method, path + "?name=" + MARK, caller.equals("operator") ? OPERATOR : "Bearer " + MARK);

        String traceId = JSON.readTree(answer.body()).at("/traceId").asString();
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(linesOf(output, traceId)).singleElement().satisfies(line -> {
            assertThat(line.path("message").asString()).isEqualTo(door + " answered " + status + " " + problem);
            assertThat(line.path("door").asString()).isEqualTo(door);
            assertThat(line.path("status").asInt()).isEqualTo(status);
            assertThat(line.path("problem").asString()).isEqualTo(problem);
            assertThat(line.path("blame").asString()).isEqualTo(blame);
            assertThat(line.at("/log/level").asString()).isEqualTo(level);
            assertThat(line.at("/error/stack_trace").isMissingNode()).isEqualTo(!blame.equals("US"));
        });
        assertThat(output.getAll()).doesNotContain(MARK);
    }

    @Test
    void keepsTheStackTraceOfOurOwnFaultWithoutTheQuery(CapturedOutput output) throws Exception {
        HttpResponse<String> answer = send("GET", "/api/v1/broken?personId=x&name=" + MARK, OPERATOR);

        JsonNode line = linesOf(
                        output, JSON.readTree(answer.body()).at("/traceId").asString())
                .getFirst();
        assertThat(line.at("/error/type").asString()).isEqualTo("java.lang.IllegalStateException");
        assertThat(line.at("/error/stack_trace").asString())
                .contains("TinyApplication$Door.broken(TinyApplication.java")
                .contains("HTTP GET \"/api/v1/broken?…\"");
        assertThat(output.getAll()).doesNotContain(MARK);
    }

    @Test
    void keepsTheAddressOfANeighbourWithoutItsQuery(CapturedOutput output) throws Exception {
        send("GET", "/api/v1/broken-below", OPERATOR);

        assertThat(output.getAll())
                .contains("during [GET] to [http://peer/api/v1/checks?…")
                .doesNotContain("MARKED7702");
    }

    @Test
    void isNoLineWhenTheCallWentWell(CapturedOutput output) throws Exception {
        assertThat(send("GET", "/api/v1/bills?class=" + MARK, OPERATOR).statusCode())
                .isEqualTo(200);

        assertThat(output.getAll()).doesNotContain("answered", MARK);
    }

    private static List<JsonNode> linesOf(CapturedOutput output, String traceId) {
        return output.getOut()
                .lines()
                .filter(line -> line.contains(traceId))
                .map(JSON::readTree)
                .toList();
    }

    private HttpResponse<String> send(String method, String path, String authorization)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        method.equals("POST")
                                ? HttpRequest.BodyPublishers.ofString(MARK)
                                : HttpRequest.BodyPublishers.noBody());
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
