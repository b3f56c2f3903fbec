package io.crosscare.gateway.web;

import static io.crosscare.gateway.web.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.security.Role;
import io.crosscare.gateway.identity.Issuer;
import io.crosscare.gateway.routes.Door;
import io.crosscare.gateway.routes.RouteTable;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every door of the table opens for a good token and for nothing else; the cases are made from the table itself. */
class DoorsIT extends GatewayAtWork {

    static final List<Door> DOORS = RouteTable.ofTheSuite().doors();
    static final List<Door> WITH_TOKEN =
            DOORS.stream().filter(door -> !door.isPublic()).toList();

    @ParameterizedTest
    @FieldSource("DOORS")
    void opensEveryDoorForAGoodToken(Door door) {
        HttpResponse<String> answer = send(admitted(door).method(door.method().name(), BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(PEER.received()).singleElement().satisfies(received -> {
            assertThat(received.method()).isEqualTo(door.method().name());
            assertThat(received.uri()).isEqualTo(path(door));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /api/v1/audits", "GET /api/v1/audits/x1"})
    void keepsTheAuditorForOperators(String request) {
        String method = request.substring(0, request.indexOf(' '));
        String path = request.substring(request.indexOf(' ') + 1);

        HttpResponse<String> answer = send(request(path).method(method, BodyPublishers.noBody()));

        assertProblem(answer, 403, "forbidden");
        assertThat(PEER.received()).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("WITH_TOKEN")
    void keepsEveryDoorShutWithoutAToken(Door door) {
        HttpResponse<String> answer =
                send(anonymous(path(door)).method(door.method().name(), BodyPublishers.noBody()));

        assertProblem(answer, 401, "unauthenticated");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValueSatisfying(challenge -> {
            assertThat(challenge).startsWith("Bearer");
        });
        assertThat(PEER.received()).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("WITH_TOKEN")
    void keepsEveryDoorShutForATokenOfElsewhere(Door door) {
        String elsewhere =
                ISSUER.signed(claims -> claims.claim("role", "OPERATOR").audience("elsewhere"));

        HttpResponse<String> answer = send(anonymous(path(door))
                .header("Authorization", "Bearer " + elsewhere)
                .method(door.method().name(), BodyPublishers.noBody()));

        assertProblem(answer, 401, "unauthenticated");
        assertThat(PEER.received()).isEmpty();
    }

    @Test
    void showsTheContractToAnybodyAndOnlyOnceToWhoHasIt() {
        String path = RouteTable.ROOT + RouteTable.CONTRACT;

        HttpResponse<String> answer = send(anonymous(path).GET());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("max-age=300, public");
        assertThat(answer.body()).startsWith("{").contains("\"openapi\" : \"3.1.0\"", "createVisitSettlement");
        String etag = answer.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again =
                send(anonymous(path).header("If-None-Match", etag).GET());
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("ETag")).hasValue(etag);
        HttpResponse<String> head = send(anonymous(path).method("HEAD", BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("ETag")).hasValue(etag);
        assertProblem(send(anonymous(path).POST(BodyPublishers.noBody())), 405, "method-not-allowed");
        assertProblem(send(anonymous(path + "/x").GET()), 404, "not-found");
        assertThat(PEER.received()).isEmpty();
    }

    @Test
    void refusesAnotherSchemeTwoTokensAndTokensElsewhere() {
        String token = ISSUER.operator();

        assertProblem(
                send(anonymous("/api/v1/agencies").header("Authorization", "Basic b3BzOm9wcw==")),
                401,
                "unauthenticated");
        assertProblem(send(anonymous("/api/v1/agencies").header("Authorization", token)), 401, "unauthenticated");
        assertProblem(send(anonymous("/api/v1/agencies?access_token=" + token)), 401, "unauthenticated");
        assertProblem(
                send(anonymous("/api/v1/agencies")
                        .header("Authorization", "Bearer " + token)
                        .header("Authorization", "Bearer " + token)),
                401,
                "unauthenticated");
        assertThat(PEER.received()).isEmpty();
    }

    @Test
    void refusesATokenSignedForTheServices() {
        String internal = ISSUER.signed(claims -> claims.claim("role", "SERVICE")
                .issuer("crosscare-gateway")
                .audience(List.of("crosscare-services", Issuer.AUDIENCE)));

        assertProblem(
                send(anonymous("/api/v1/agencies").header("Authorization", "Bearer " + internal)),
                401,
                "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v1",
                "/api/v1/nothing",
                "/api/v1/settlement-heads/queries",
                "/actuator",
                "/actuator/env",
                "/actuator/health",
                "/actuator/heapdump",
                "/actuator/gateway/routes",
                "/actuator/prometheus",
                "/env",
                "/heapdump",
                "/refresh",
                "/webjars/x",
                "/favicon.ico"
            })
    void hasNoOtherPath(String path) {
        assertProblem(send(request(path)), 404, "not-found");
        assertProblem(send(request(path).POST(BodyPublishers.ofString("{}"))), 404, "not-found");
        assertThat(PEER.received()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE,/api/v1/filings,'GET,POST'",
        "PUT,/api/v1/visits,'GET,POST'",
        "PATCH,/api/v1/visits/v1,GET",
        "OPTIONS,/api/v1/agencies,GET"
    })
    void namesTheMethodsOfAPath(String method, String path, String allowed) {
        HttpResponse<String> answer = send(request(path).method(method, BodyPublishers.noBody()));

        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer.headers().firstValue("Allow")).hasValueSatisfying(header -> {
            assertThat(header.split(",")).containsExactlyInAnyOrder(allowed.split(","));
        });
        assertThat(PEER.received()).isEmpty();
    }

    @Test
    void answersHeadWithoutABody() {
        HttpResponse<String> answer = send(request("/api/v1/agencies").method("HEAD", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void grantsNothingToForeignOrigins() {
        HttpResponse<String> preflight = send(request("/api/v1/visits")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "POST"));

        assertProblem(preflight, 405, "method-not-allowed");
    }

    private HttpRequest.Builder admitted(Door door) {
        return door.roles().contains(Role.OPERATOR)
                ? anonymous(path(door)).header("Authorization", "Bearer " + ISSUER.operator())
                : request(path(door));
    }

    private static String path(Door door) {
        return door.pattern().replaceAll("\\{\\w+}", "x1");
    }
}
