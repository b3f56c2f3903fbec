package io.crosscare.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.testing.TestKeys;
import io.crosscare.chassis.testing.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The edge of a service over real HTTP: who is let in, what is taken, how a mistake is answered. */
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
class WebEdgeIT {

    private static final String OPERATOR = TestTokens.internal(new Caller.Operator("ops"));
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    static class Keys implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of("crosscare.keys.directory=" + TestKeys.directory())
                    .applyTo(context);
        }
    }

    @Test
    void knowsTheCallerOfAGoodToken() throws Exception {
        HttpResponse<String> answer = get("/api/v1/me", OPERATOR);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"role\":\"OPERATOR\"");
    }

    @Test
    void keepsTheGatewaysWordOnARequestForItsWork() throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/arrival"))
                        .header("Authorization", OPERATOR)
                        .header("X-Crosscare-Door", "POST /visits/{id}/settlements")
                        .header("X-Crosscare-Received-At", "2026-11-24T01:02:02.998Z")
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.body()).contains("POST /visits/{id}/settlements", "2026-11-24T01:02:02.998Z");
        assertThat(get("/api/v1/arrival", OPERATOR).body()).isEqualTo("{}");
    }

    @Test
    void saysWhichFormatsThereAre() throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/page"))
                        .header("Authorization", OPERATOR)
                        .header("Accept", "image/png")
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        JsonNode problem = assertProblem(answer, 406, "not-acceptable");
        assertThat(problem.path("detail").asString()).contains("text/csv, text/html");
    }

    @Test
    void letsNobodyInWithoutAToken() throws Exception {
        assertProblem(get("/api/v1/me", "none"), 401, "unauthenticated");
        assertProblem(get("/api/v1/me", "Bearer rubbish"), 401, "unauthenticated");
        assertProblem(get("/api/v1/unknown", "none"), 401, "unauthenticated");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"region\":\"321100\",\"amountFen\":1,\"seq\":7}|seq|unknown-field",
                "{\"region\":\"321100\",\"amountFen\":1,\"$where\":1}|$where|unknown-field",
                "{\"region\":\"321100\",\"amountFen\":1,\"王建国\":1}|???|unknown-field",
                "{\"region\":\"321100\",\"amountFen\":1,\"999999194001010013\":1}|***|unknown-field",
                "{\"region\":\"321100\",\"amountFen\":1,\"a2019/b\":1}|a2019/b|unknown-field",
                "{\"region\":\"321100\",\"amountFen\":1.5}|amountFen|type",
                "{\"region\":\"321100\",\"amountFen\":\"1\"}|amountFen|type",
                "{\"region\":321100,\"amountFen\":1}|region|type",
                "{\"region\":\"321100\",\"amountFen\":1,\"amountFen\":2}|body|json",
                "{\"region\":\"321100\",\"amountFen\":9223372036854775808}|amountFen|type",
                "{\"region\":\"321100\",\"amountFen\":-1}|amountFen|range",
                "{\"region\":\"321100\"}|amountFen|required",
                "{\"region\":{\"$ne\":\"\"},\"amountFen\":1}|region|type",
                "{\"region\":\"321100\",\"amountFen\":1,\"lines\":[{\"lineNumber\":1,\"class\":\"A\"}]}|lines[0].class|unknown-field",
                "{\"region\":|body|json",
                "not json|body|json",
                "[]|body|type",
                "{\"region\":\"321100\",\"amountFen\":1} x|body|json",
            })
    void namesTheFieldAndTheRuleOfBadInput(String body, String field, String rule) throws Exception {
        JsonNode problem = assertProblem(post("/api/v1/bills", body, "application/json"), 400, "invalid-request");

        assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(problem.at("/errors/0/rule").asString()).isEqualTo(rule);
    }

    @Test
    void namesEveryFieldThatCannotBeRead() throws Exception {
        String body =
                "{\"region\":1,\"amountFen\":\"1\",\"lines\":[{\"lineNumber\":1.5},null,{\"itemCode\":[],\"x\":1},7],\"y\":null}";

        JsonNode problem = assertProblem(post("/api/v1/bills", body, "application/json"), 400, "invalid-request");

        assertThat(problem.at("/errors").valueStream().map(WebEdgeIT::summary))
                .containsExactly(
                        "region type",
                        "amountFen type",
                        "lines[0].lineNumber type",
                        "lines[2].itemCode type",
                        "lines[2].x unknown-field",
                        "lines[3] type",
                        "y unknown-field");
    }

    private static String summary(JsonNode error) {
        return error.path("field").asString() + " " + error.path("rule").asString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "null"})
    void saysOfABodyOfNothingThatItIsRequired(String body) throws Exception {
        JsonNode problem = assertProblem(post("/api/v1/bills", body, "application/json"), 400, "invalid-request");

        assertThat(problem.at("/errors").valueStream().map(WebEdgeIT::summary)).containsExactly("body required");
    }

    @Test
    void refusesADeepBodyAndAHugeOne() throws Exception {
        assertProblem(post("/api/v1/bills", "[".repeat(10_000), "application/json"), 400, "invalid-request");
        assertProblem(post("/api/v1/bills", "\"" + "a".repeat(3_000_000) + "\"", "application/json"), 413, "too-large");
    }

    @Test
    void answersUnknownDoorsMethodsAndTypesAsProblems() throws Exception {
        assertProblem(get("/api/v1/unknown", OPERATOR), 404, "not-found");
        assertProblem(post("/api/v1/broken", "{}", "application/json"), 405, "method-not-allowed");
        assertProblem(post("/api/v1/bills", "<bill/>", "application/xml"), 415, "unsupported-media-type");
        assertProblem(get("/actuator/health", OPERATOR), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "/bills?form=2019-09-10,form,unknown-field",
        "/bills?from=2019-09-10&limit=1,limit,unknown-field",
        "/bills?billClass=A,billClass,unknown-field",
        "/bills?999999194001010013=1,***,unknown-field",
        "/bills?from=2019-09-10&from=2019-09-11,from,repeated",
        "/bills?from=2019-09-10&to=2019-09-09,to,period",
        "/me?role=AGENCY,role,unknown-field",
    })
    void refusesParametersThatADoorDoesNotKnow(String query, String field, String rule) throws Exception {
        JsonNode problem = assertProblem(get("/api/v1" + query, OPERATOR), 400, "invalid-request");

        assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(problem.at("/errors/0/rule").asString()).isEqualTo(rule);
    }

    @Test
    void tellsTheParametersThatADoorKnows() throws Exception {
        assertThat(get("/api/v1/bills?from=2019-09-10&to=2019-09-10&class=A", OPERATOR)
                        .body())
                .isEqualTo("{\"class\":\"A\"}");
        JsonNode problem = assertProblem(get("/api/v1/bills?form=1", OPERATOR), 400, "invalid-request");

        assertThat(problem.at("/errors/0/message").asString()).endsWith("from, to, class");
        assertThat(problem.at("/errors/0/messageZh").asString()).endsWith("from, to, class");
    }

    @Test
    void showsNothingOfAnInternalErrorButItsTrace() throws Exception {
        JsonNode problem = assertProblem(get("/api/v1/broken", OPERATOR), 500, "internal");

        assertThat(problem.toString()).doesNotContain("secret", "Exception");
        assertThat(problem.at("/traceId").asString()).matches("[0-9a-f]{32}");
        assertThat(problem.at("/blame").asString()).isEqualTo("US");
    }

    @Test
    void aControllerThatBlocksFailsInTests() throws Exception {
        assertProblem(get("/api/v1/blocking", OPERATOR), 500, "internal");
    }

    @Test
    void saysWhenToTryAgain() throws Exception {
        HttpResponse<String> answer = get("/api/v1/away", OPERATOR);

        assertProblem(answer, 503, "peer-unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
    }

    @Test
    void servesHealthAndMetricsOnTheManagementPort() throws Exception {
        assertThat(send(HttpRequest.newBuilder(management("/actuator/health/readiness")))
                        .body())
                .contains("\"UP\"");
        assertThat(send(HttpRequest.newBuilder(management("/actuator/prometheus")))
                        .body())
                .contains("jvm_memory");
        assertThat(send(HttpRequest.newBuilder(management("/actuator/env"))).statusCode())
                .isEqualTo(404);
    }

    private JsonNode assertProblem(HttpResponse<String> answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = json.readTree(answer.body());
        assertThat(problem.at("/type").asString()).isEqualTo("urn:crosscare:problem:" + slug);
        assertThat(problem.at("/detailZh").asString()).isNotBlank();
        return problem;
    }

    private URI management(String path) {
        return URI.create("http://127.0.0.1:" + managementPort + path);
    }

    private HttpResponse<String> get(String path, String authorization) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)).header("Authorization", authorization));
    }

    private HttpResponse<String> post(String path, String body, String type) throws Exception {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Authorization", OPERATOR)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
