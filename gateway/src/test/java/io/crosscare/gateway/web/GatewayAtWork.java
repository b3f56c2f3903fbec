package io.crosscare.gateway.web;

import io.crosscare.chassis.testing.TestKeys;
import io.crosscare.gateway.identity.Issuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** The whole gateway on a free port, with a {@link FakePeer} behind every door. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "crosscare.keys.directory=${keys.of.tests}",
            "crosscare.services.correction=${peer.address}",
            "crosscare.services.filing=${peer.address}",
            "crosscare.services.registry=${peer.address}",
            "crosscare.services.settlement=${peer.address}"
        })
@ActiveProfiles("local")
@ContextConfiguration(initializers = GatewayAtWork.Surroundings.class)
abstract class GatewayAtWork {

    static final FakePeer PEER = new FakePeer();
    static final Issuer ISSUER = new Issuer(Clock.systemUTC());
    static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @LocalServerPort
    private int port;

    static class Surroundings implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "keys.of.tests=" + TestKeys.directory(),
                            "peer.address=" + PEER.address(),
                            "dead.address=" + deadAddress())
                    .applyTo(context);
        }
    }

    /** Somebody listened there until just now. */
    private static URI deadAddress() {
        try (FakePeer peer = new FakePeer()) {
            return peer.address();
        }
    }

    @BeforeEach
    void clearThePeer() {
        PEER.answers(FakePeer.EMPTY_OBJECT);
    }

    int port() {
        return port;
    }

    /** A request with a good token; the test adds what it is about. */
    HttpRequest.Builder request(String path) {
        return anonymous(path).header("Authorization", "Bearer " + ISSUER.hospital("H31000000001"));
    }

    HttpRequest.Builder anonymous(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30));
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
