package io.crosscare.gateway.web;

import static io.crosscare.gateway.web.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** One period lasts longer than the test, so the counts are exact. */
@TestPropertySource(properties = {"crosscare.limits.requests-per-caller=3", "crosscare.limits.rate-period=1h"})
class RateLimitIT extends GatewayAtWork {

    @Test
    void refusesTheFourthRequestAndServesTheNeighbour() {
        for (int i = 0; i < 3; i++) {
            assertThat(from("H31000000001").statusCode()).isEqualTo(200);
        }

        HttpResponse<String> fourth = from("H31000000001");

        assertProblem(fourth, 429, "too-many-requests");
        assertThat(fourth.headers().firstValue("Retry-After")).hasValue("3600");
        assertThat(from("H31000000002").statusCode()).isEqualTo(200);
        assertThat(PEER.received()).hasSize(4);
    }

    private HttpResponse<String> from(String institution) {
        return send(anonymous("/api/v1/agencies").header("Authorization", "Bearer " + ISSUER.hospital(institution)));
    }
}
