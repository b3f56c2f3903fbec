package io.crosscare.local.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import io.crosscare.local.data.DataFolder;
import io.crosscare.local.data.Keys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class DevelopmentTokensTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    @TempDir
    private Path data;

    @Test
    void signsWithTheIssuerKeyOfTheDirectory() throws Exception {
        makeKeys();

        SignedJWT token = SignedJWT.parse(
                tokens().token(TokenRole.HOSPITAL, Map.of("institution", "H31000000001"), Duration.ofHours(8)));

        assertThat(token.verify(new RSASSAVerifier(issuerPublicKey()))).isTrue();
        assertThat(token.getHeader().getKeyID()).isEqualTo("local-issuer");
    }

    @Test
    void carriesTheCallerAndItsTimes() throws Exception {
        makeKeys();

        var claims = SignedJWT.parse(tokens().token(TokenRole.AGENCY, Map.of("region", "321100"), Duration.ofHours(8)))
                .getJWTClaimsSet();

        assertThat(claims.getIssuer()).isEqualTo("crosscare-local");
        assertThat(claims.getAudience()).containsExactly("crosscare");
        assertThat(claims.getSubject()).isEqualTo("local-agency-321100");
        assertThat(claims.getStringClaim("role")).isEqualTo("AGENCY");
        assertThat(claims.getStringClaim("region")).isEqualTo("321100");
        assertThat(claims.getIssueTime()).isEqualTo(Date.from(NOW));
        assertThat(claims.getExpirationTime()).isEqualTo(Date.from(NOW.plus(Duration.ofHours(8))));
    }

    @Test
    void speaksForOneOfSeveralAccounts() throws Exception {
        makeKeys();
        Map<String, String> who = Map.of("region", "321100", TokenRole.ACCOUNT, "head");

        var claims = SignedJWT.parse(tokens().token(TokenRole.AGENCY, who, Duration.ofHours(8)))
                .getJWTClaimsSet();

        assertThat(claims.getSubject()).isEqualTo("local-agency-head-321100");
        assertThat(claims.getClaims()).doesNotContainKey(TokenRole.ACCOUNT);
    }

    @Test
    void refusesARoleWithoutItsClaim() {
        makeKeys();

        assertThatThrownBy(() -> tokens().token(TokenRole.HOSPITAL, Map.of(), Duration.ofHours(8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("HOSPITAL needs --institution");
    }

    @Test
    void refusesAClaimThatIsNotOfTheRole() {
        makeKeys();

        assertThatThrownBy(() -> tokens().token(TokenRole.OPERATOR, Map.of("region", "321100"), Duration.ofHours(8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("OPERATOR takes no --region");
    }

    @Test
    void saysThatNoSuiteWasStartedYet() {
        assertThatThrownBy(this::tokens)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("run deploy/local/up first");
    }

    private void makeKeys() {
        new Keys(DataFolder.at(data).keys()).makeMissing(List.of());
    }

    private DevelopmentTokens tokens() {
        return DevelopmentTokens.of(data, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private RSAPublicKey issuerPublicKey() throws Exception {
        String pem = Files.readString(DataFolder.at(data).keys().resolve("issuer.pub.pem"));
        byte[] encoded = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
    }
}
