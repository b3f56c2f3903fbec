package io.crosscare.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosscare.chassis.security.InternalTokens;
import io.crosscare.chassis.security.PemKeys;
import io.crosscare.chassis.testing.TestKeys;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

/** The gateway believes the issuer of one machine on that machine only. */
class GatewayWiringTest {

    private final Path keys = TestKeys.directory();
    private final MockEnvironment environment = new MockEnvironment()
            .withProperty("crosscare.services.correction", "http://127.0.0.1:1")
            .withProperty("crosscare.services.filing", "http://127.0.0.1:1")
            .withProperty("crosscare.services.registry", "http://127.0.0.1:1")
            .withProperty("crosscare.services.settlement", "http://127.0.0.1:1")
            .withProperty("crosscare.identity.issuer", "crosscare-local")
            .withProperty(
                    "crosscare.identity.public-key-file",
                    keys.resolve("issuer.pub.pem").toString());

    @Test
    void refusesTheDevelopmentIssuerInContainers() {
        environment.setActiveProfiles("docker");

        assertThatThrownBy(this::admissions).hasMessageContainingAll("拒绝启动", "refusing to start");
    }

    @Test
    void believesTheDevelopmentIssuerOnItsMachine() {
        environment.setActiveProfiles("local");

        assertThat(admissions()).isNotNull();
    }

    private Object admissions() {
        GatewayProperties properties = Binder.get(environment)
                .bind("crosscare", GatewayProperties.class)
                .get();
        Clock clock = Clock.systemUTC();
        InternalTokens tokens =
                new InternalTokens("gateway", PemKeys.readPrivate(keys.resolve("internal-gateway.key.pem")), clock);
        return new GatewayWiring().admissions(properties, tokens, clock, environment);
    }
}
