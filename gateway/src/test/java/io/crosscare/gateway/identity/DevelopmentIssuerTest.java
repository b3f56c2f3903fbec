package io.crosscare.gateway.identity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Nobody but one machine believes the issuer of that machine. */
class DevelopmentIssuerTest {

    @Test
    void refusesItsName() {
        assertThatThrownBy(() -> DevelopmentIssuer.refuse(DevelopmentIssuer.NAME, null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("拒绝启动", "refusing to start", "jwks-uri");
    }

    @Test
    void refusesItsKeyUnderAnyName() {
        assertThatThrownBy(() -> DevelopmentIssuer.refuse("https://identity.example", Path.of("issuer.pub.pem")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void letsAnIdentityProviderPass() {
        assertThatCode(() -> DevelopmentIssuer.refuse("https://identity.example/realms/crosscare", null))
                .doesNotThrowAnyException();
    }
}
