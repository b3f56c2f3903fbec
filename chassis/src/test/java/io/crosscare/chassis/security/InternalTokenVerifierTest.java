package io.crosscare.chassis.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.security.InternalTokens.Signed;
import io.crosscare.chassis.testing.MovingClock;
import io.crosscare.chassis.testing.TestKeys;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InternalTokenVerifierTest {

    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final RSAPublicKey GATEWAY_KEY = publicKey("gateway");

    private final InternalTokenVerifier verifier =
            new InternalTokenVerifier(Map.of("gateway", GATEWAY_KEY, "settlement", publicKey("settlement")), CLOCK);
    private final InternalTokens gateway = new InternalTokens("gateway", privateKey("gateway"), CLOCK);

    static Caller[] callers() {
        return new Caller[] {
            new Caller.Hospital("his-1", new InstitutionCode("H31000000001")),
            new Caller.Agency("agency-1", new RegionCode("321100")),
            new Caller.Platform("nation", null),
            new Caller.Platform("province", new RegionCode("320000")),
            new Caller.Operator("ops"),
            new Caller.Insured("somebody", new PersonId("p" + "a".repeat(26)))
        };
    }

    @ParameterizedTest
    @MethodSource("callers")
    void carriesEveryKindOfCaller(Caller caller) {
        String token = gateway.sign(caller, NOW.plusSeconds(60)).value();

        assertThat(verifier.verify(token)).isEqualTo(caller);
    }

    @Test
    void letsAServiceSpeakForItselfOnly() {
        InternalTokens settlement = new InternalTokens("settlement", privateKey("settlement"), CLOCK);
        Caller operator = new Caller.Operator("ops");

        assertThat(verifier.verify(settlement.signAsService().value())).isEqualTo(new Caller.Service("settlement"));
        assertRefused(settlement.sign(operator, NOW.plusSeconds(60)).value());
        assertRefused(settlement
                .sign(new Caller.Service("filing"), NOW.plusSeconds(60))
                .value());
    }

    @Test
    void remembersASignatureAndNotThatItWasTimely() {
        MovingClock clock = new MovingClock(NOW);
        InternalTokenVerifier remembering = new InternalTokenVerifier(Map.of("gateway", GATEWAY_KEY), clock);
        String token =
                gateway.sign(new Caller.Operator("ops"), NOW.plusSeconds(60)).value();
        assertThat(remembering.verify(token)).isEqualTo(new Caller.Operator("ops"));

        clock.advance(Duration.ofSeconds(59));
        assertThat(remembering.verify(token)).isEqualTo(new Caller.Operator("ops"));
        clock.advance(Duration.ofSeconds(6));
        assertThatThrownBy(() -> remembering.verify(token)).isInstanceOf(ProblemException.class);
    }

    @Test
    void neverLetsTheGatewayBeAService() {
        assertRefused(gateway.signAsService().value());
    }

    @Test
    void refusesAnExpiredTokenAndOneFromTheFuture() {
        Clock past = Clock.offset(CLOCK, Duration.ofMinutes(-5));
        Clock future = Clock.offset(CLOCK, Duration.ofMinutes(5));

        assertRefused(new InternalTokens("gateway", privateKey("gateway"), past)
                .sign(new Caller.Operator("ops"), NOW.plusSeconds(600))
                .value());
        assertRefused(new InternalTokens("gateway", privateKey("gateway"), future)
                .sign(new Caller.Operator("ops"), NOW.plusSeconds(600))
                .value());
    }

    @Test
    void refusesAKeyThatIsNotTrustedAndAKeyUnderAnotherName() {
        Caller operator = new Caller.Operator("ops");

        assertRefused(new InternalTokens("filing", privateKey("filing"), CLOCK)
                .sign(operator, NOW.plusSeconds(60))
                .value());
        assertRefused(new InternalTokens("gateway", privateKey("filing"), CLOCK)
                .sign(operator, NOW.plusSeconds(60))
                .value());
    }

    @Test
    void refusesNoSignatureAndASymmetricOneMadeWithThePublicKey() throws JOSEException {
        JWTClaimsSet claims = CallerClaims.write(new Caller.Operator("ops"), new JWTClaimsSet.Builder())
                .issuer("crosscare-gateway")
                .audience(InternalTokens.AUDIENCE)
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plusSeconds(60)))
                .build();
        SignedJWT symmetric = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("gateway").build(), claims);
        symmetric.sign(new MACSigner(GATEWAY_KEY.getEncoded()));

        assertRefused(new PlainJWT(claims).serialize());
        assertRefused(symmetric.serialize());
        assertRefused("");
        assertRefused("a.b.c");
    }

    @Test
    void signsForItselfAgainOnceHalfOfTheLastTokensLifeIsOver() {
        MovingClock clock = new MovingClock(NOW);
        InternalTokens settlement = new InternalTokens("settlement", privateKey("settlement"), clock);
        Signed first = settlement.signAsService();

        clock.advance(Duration.ofSeconds(29));
        Signed same = settlement.signAsService();
        clock.advance(Duration.ofSeconds(1));
        Signed next = settlement.signAsService();
        clock.advance(Duration.ofSeconds(-20));
        Signed afterTheClockWentBack = settlement.signAsService();

        assertThat(same).isSameAs(first);
        assertThat(next.expiresAt()).isEqualTo(NOW.plusSeconds(90));
        assertThat(afterTheClockWentBack.expiresAt()).isEqualTo(NOW.plusSeconds(70));
    }

    @Test
    void neverShowsAToken() {
        assertThat(gateway.sign(new Caller.Operator("ops"), NOW.plusSeconds(9)).toString())
                .doesNotContain("ey");
    }

    private void assertRefused(String token) {
        assertThatThrownBy(() -> verifier.verify(token))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("unauthenticated");
    }

    private static RSAPrivateKey privateKey(String name) {
        return PemKeys.readPrivate(TestKeys.directory().resolve("internal-" + name + ".key.pem"));
    }

    private static RSAPublicKey publicKey(String name) {
        return PemKeys.readPublic(TestKeys.directory().resolve("internal-" + name + ".pub.pem"));
    }
}
