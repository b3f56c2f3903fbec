package io.crosscare.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class GatewayPropertiesTest {

    private static final Map<String, String> LEAST = Map.of(
            "crosscare.services.correction", "http://127.0.0.1:8084",
            "crosscare.services.filing", "http://127.0.0.1:8081",
            "crosscare.services.settlement", "http://127.0.0.1:8082",
            "crosscare.services.registry", "https://registry.example",
            "crosscare.identity.issuer", "https://login.example",
            "crosscare.identity.jwks-uri", "https://login.example/keys");

    @Test
    void hasDefaultsForEveryLimit() {
        GatewayProperties properties = bind(Map.of());

        assertThat(properties.limits().body().toMegabytes()).isEqualTo(1);
        assertThat(properties.limits().requestTime()).isEqualTo(Duration.ofSeconds(20));
        assertThat(properties.limits().upload().toMegabytes()).isEqualTo(64);
        assertThat(properties.limits().uploadTime()).isEqualTo(Duration.ofMinutes(30));
        assertThat(properties.limits().perCaller().requests()).isEqualTo(500);
        assertThat(properties.limits().ofAll().requests()).isEqualTo(4000);
        assertThat(properties.publicReads().perAddress().requests()).isEqualTo(10);
        assertThat(properties.publicReads().ofAll().requests()).isEqualTo(200);
        assertThat(properties.timeouts().answer()).isEqualTo(Duration.ofSeconds(10));
        assertThat(properties.timeouts().lengthyAnswer()).isEqualTo(Duration.ofSeconds(60));
        assertThat(properties.identity().audience()).isEqualTo("crosscare");
        assertThat(properties.services().registry()).isEqualTo(URI.create("https://registry.example"));
    }

    @ParameterizedTest
    @CsvSource({
        "crosscare.services.filing, ftp://127.0.0.1, services.filing",
        "crosscare.services.filing, http://127.0.0.1/api, services.filing",
        "crosscare.services.settlement, 127.0.0.1, services.settlement",
        "crosscare.identity.issuer, ' ', identity.issuer",
        "crosscare.identity.public-key-file, issuer.pub.pem, identity.jwks-uri",
        "crosscare.limits.body, 0, limits.body",
        "crosscare.limits.upload, 0, limits.upload",
        "crosscare.limits.upload-time, 0s, limits.upload-time",
        "crosscare.limits.requests-per-caller, 0, limits.requests-per-caller",
        "crosscare.limits.callers-max, 0, limits.callers-max",
        "crosscare.public-reads.requests-per-address, 0, public-reads.requests-per-address",
        "crosscare.public-reads.rate-period, 0s, public-reads.rate-period",
        "crosscare.public-reads.addresses-max, 0, public-reads.addresses-max",
        "crosscare.timeouts.answer, 0s, timeouts.answer"
    })
    void stopsTheStartWithTheNameOfWhatCannotWork(String name, String value, String named) {
        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> bind(Map.of(name, value)))
                .havingRootCause()
                .withMessageContaining(named);
    }

    @Test
    void stopsTheStartWithoutAnIdentityProvider() {
        Map<String, String> services = new HashMap<>(LEAST);
        services.keySet().removeIf(name -> name.startsWith("crosscare.identity"));

        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> bindAll(services))
                .havingRootCause()
                .withMessageContaining("crosscare.identity.issuer");
    }

    private static GatewayProperties bind(Map<String, String> changes) {
        Map<String, String> values = new HashMap<>(LEAST);
        values.putAll(changes);
        return bindAll(values);
    }

    private static GatewayProperties bindAll(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bind("crosscare", GatewayProperties.class)
                .get();
    }
}
