package io.crosscare.gateway.web;

import static io.crosscare.gateway.web.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Mono;

/** What anybody may ask without a token. One period lasts longer than the test, so the counts are exact. */
@TestPropertySource(
        properties = {"crosscare.public-reads.requests-per-address=6", "crosscare.public-reads.rate-period=1h"})
class PublicDoorIT extends GatewayAtWork {

    private static final String PATH = "/api/v1/public/institutions?careRegion=310000";

    @Test
    void letsAnybodyReadWithinTheRateOfAnAddressAndLetsCachesKeepTheAnswer() {
        HttpResponse<String> answer = send(anonymous(PATH).GET());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("max-age=300, public");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(PEER.received()).singleElement().satisfies(received -> {
            assertThat(received.uri()).isEqualTo(PATH);
            assertThat(received.headers().get("Authorization")).startsWith("Bearer ey");
        });

        // A token that is good for nothing is not looked at here, and nothing else than reading is offered.
        assertThat(send(anonymous(PATH).header("Authorization", "Bearer nonsense"))
                        .statusCode())
                .isEqualTo(200);
        assertProblem(send(anonymous(PATH).POST(BodyPublishers.noBody())), 405, "method-not-allowed");
        PEER.answers((_, response) -> response.status(400)
                .header("Content-Type", "application/problem+json")
                .header("Cache-Control", "public")
                .sendString(Mono.just("{}")));
        HttpResponse<String> refused = send(anonymous(PATH).GET());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Cache-Control")).hasValue("no-store");

        // Neither another account nor a header makes it another address.
        for (int i = 0; i < 3; i++) {
            send(anonymous(PATH).header("X-Forwarded-For", "192.0.2." + i));
        }
        HttpResponse<String> seventh = send(request(PATH).header("Forwarded", "for=192.0.2.9"));
        assertProblem(seventh, 429, "too-many-requests");
        assertThat(seventh.headers().firstValue("Retry-After")).hasValue("3600");

        // Callers with a token have rates of their own.
        PEER.answers(FakePeer.EMPTY_OBJECT);
        assertThat(send(request("/api/v1/agencies")).statusCode()).isEqualTo(200);
    }
}
