package io.crosscare.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.sun.net.httpserver.HttpServer;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys from a provider's published set, over HTTP. */
class IssuerKeysTest {

    private final Issuer issuer = new Issuer(Clock.systemUTC());
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer provider;

    @BeforeEach
    void startProvider() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] keys = new JWKSet(new RSAKey.Builder(Issuer.publicKey())
                        .keyID(Issuer.KEY_ID)
                        .build())
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        provider.createContext("/keys", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        provider.start();
    }

    @AfterEach
    void stopProvider() {
        provider.stop(0);
    }

    @Test
    void asksTheProviderOnceForManyTokens() {
        BearerTokens bearers = bearers();

        for (int i = 0; i < 20; i++) {
            assertThat(bearers.verify(issuer.operator()).caller().subject()).isEqualTo("account-1");
        }

        assertThat(asked).hasValue(1);
    }

    @Test
    void doesNotLetUnknownKeyIdsWearTheProviderOut() {
        BearerTokens bearers = bearers();

        for (int i = 0; i < 20; i++) {
            String token = issuer.signed(
                    new JWSHeader.Builder(Issuer.header()).keyID("unknown-" + i).build(),
                    claims -> claims.claim("role", "OPERATOR"));
            assertProblem(bearers, token, ProblemType.UNAUTHENTICATED);
        }

        assertThat(asked.get()).isLessThanOrEqualTo(3);
    }

    @Test
    void saysThatTheProviderIsAwayAndDoesNotBlameTheToken() {
        BearerTokens bearers = bearers();
        stopProvider();

        assertProblem(bearers, issuer.operator(), ProblemType.PEER_UNAVAILABLE);
    }

    private void assertProblem(BearerTokens bearers, String token, ProblemType type) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> bearers.verify(token))
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(type));
    }

    private BearerTokens bearers() {
        URI keys = URI.create("http://127.0.0.1:" + provider.getAddress().getPort() + "/keys");
        return new BearerTokens(IssuerKeys.ofUri(keys), Issuer.NAME, Issuer.AUDIENCE, Clock.systemUTC());
    }
}
