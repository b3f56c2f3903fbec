package io.crosscare.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalManagementPort;

/** Health and metrics are inside only, and nothing else is there. */
class ManagementIT extends GatewayAtWork {

    @LocalManagementPort
    private int managementPort;

    @Test
    void isReadyWithoutStores() {
        assertThat(inside("/actuator/health/readiness").body()).contains("\"status\":\"UP\"");
        assertThat(inside("/actuator/health/liveness").statusCode()).isEqualTo(200);
    }

    @Test
    void countsRequestsByDoorAndProblemsByKind() {
        send(request("/api/v1/visits/v1"));
        send(anonymous("/api/v1/visits/v1"));

        assertThat(inside("/actuator/prometheus").body())
                .contains("uri=\"/api/v1/visits/{id}\"")
                .contains("crosscare_problems_total")
                .doesNotContain("/api/v1/visits/v1\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/gateway/routes",
                "/actuator/beans",
                "/api/v1/agencies"
            })
    void hasNothingElseInside(String path) {
        assertThat(inside(path).statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> inside(String path) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + path)));
    }
}
