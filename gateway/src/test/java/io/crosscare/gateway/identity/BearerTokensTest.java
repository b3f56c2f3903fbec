package io.crosscare.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.security.Caller;
import java.net.URI;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** fault-tests.md S07, row by row. */
class BearerTokensTest {

    private static final Instant NOW = Instant.parse("2019-09-10T02:00:00Z");
    private static final Issuer ISSUER = new Issuer(Clock.fixed(NOW, ZoneOffset.UTC));

    private final BearerTokens bearers = new BearerTokens(
            IssuerKeys.ofFile(Issuer.publicKeyFile(), Issuer.KEY_ID),
            Issuer.NAME,
            Issuer.AUDIENCE,
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void knowsTheCallerOfAGoodToken() {
        Bearer bearer = bearers.verify(ISSUER.hospital("H31000000001"));

        assertThat(bearer.caller()).isEqualTo(new Caller.Hospital("account-1", new InstitutionCode("H31000000001")));
        assertThat(bearer.acceptedUntil()).isEqualTo(NOW.plus(Duration.ofMinutes(6)));
    }

    @Test
    void knowsAgenciesAndPlatformsByTheirRegion() {
        String agency = ISSUER.signed(claims -> claims.claim("role", "AGENCY").claim("region", "321100"));
        String nation = ISSUER.signed(claims -> claims.claim("role", "PLATFORM"));

        assertThat(bearers.verify(agency).caller()).isEqualTo(new Caller.Agency("account-1", new RegionCode("321100")));
        assertThat(bearers.verify(nation).caller()).isEqualTo(new Caller.Platform("account-1", null));
    }

    @Test
    void takesTypesOfAccessTokensAndClocksThatDifferByLessThanAMinute() {
        JWSHeader typed = new JWSHeader.Builder(Issuer.header())
                .type(new JOSEObjectType("at+jwt"))
                .build();

        assertThat(bearers.verify(ISSUER.signed(typed, BearerTokensTest::operator))
                        .caller()
                        .role()
                        .name())
                .isEqualTo("OPERATOR");
        assertThat(bearers.verify(ISSUER.signed(claims -> operator(claims).expirationTime(at(-59))))
                        .caller())
                .isNotNull();
        assertThat(bearers.verify(ISSUER.signed(claims -> operator(claims).notBeforeTime(at(59))))
                        .caller())
                .isNotNull();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void refuses(String what, String token) {
        assertThatExceptionOfType(ProblemException.class)
                .as(what)
                .isThrownBy(() -> bearers.verify(token))
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(ProblemType.UNAUTHENTICATED));
    }

    static Stream<Arguments> badTokens() throws Exception {
        String good = ISSUER.operator();
        RSAKey otherKey = new RSAKey.Builder(Issuer.publicKey()).keyID("own").build();
        return Stream.of(
                Arguments.of("nothing", ""),
                Arguments.of("garbage", "not.a.token"),
                Arguments.of("a very long text", "a".repeat(100_000)),
                Arguments.of("expired", ISSUER.signed(claims -> operator(claims).expirationTime(at(-61)))),
                Arguments.of(
                        "without expiry",
                        ISSUER.signed(claims -> operator(claims).expirationTime(null))),
                Arguments.of(
                        "not yet valid",
                        ISSUER.signed(claims -> operator(claims).notBeforeTime(at(61)))),
                Arguments.of(
                        "another audience",
                        ISSUER.signed(claims -> operator(claims).audience("other"))),
                Arguments.of(
                        "no audience", ISSUER.signed(claims -> operator(claims).audience(List.of()))),
                Arguments.of(
                        "another issuer",
                        ISSUER.signed(claims -> operator(claims).issuer("crosscare-gateway"))),
                Arguments.of(
                        "no issuer", ISSUER.signed(claims -> operator(claims).issuer(null))),
                Arguments.of(
                        "no subject", ISSUER.signed(claims -> operator(claims).subject(null))),
                Arguments.of("no role", ISSUER.signed(claims -> claims)),
                Arguments.of("an unknown role", ISSUER.signed(claims -> claims.claim("role", "ROOT"))),
                Arguments.of("a service from outside", ISSUER.signed(claims -> claims.claim("role", "SERVICE"))),
                Arguments.of(
                        "a hospital without institution", ISSUER.signed(claims -> claims.claim("role", "HOSPITAL"))),
                Arguments.of(
                        "a malformed region",
                        ISSUER.signed(claims -> claims.claim("role", "AGENCY").claim("region", "zj"))),
                Arguments.of(
                        "a role that is a list", ISSUER.signed(claims -> claims.claim("role", List.of("OPERATOR")))),
                Arguments.of("alg none", new PlainJWT(operator(ISSUER.claims()).build()).serialize()),
                Arguments.of("HS256 with the public key as secret", signedByPublicKey()),
                Arguments.of(
                        "RS384 by the right key",
                        ISSUER.signed(algorithm(JWSAlgorithm.RS384), BearerTokensTest::operator)),
                Arguments.of(
                        "PS256 by the right key",
                        ISSUER.signed(algorithm(JWSAlgorithm.PS256), BearerTokensTest::operator)),
                Arguments.of("another key under this id", signedByStranger()),
                Arguments.of(
                        "another key id",
                        ISSUER.signed(
                                new JWSHeader.Builder(Issuer.header())
                                        .keyID("other")
                                        .build(),
                                BearerTokensTest::operator)),
                Arguments.of("no key id", ISSUER.signed(new JWSHeader(JWSAlgorithm.RS256), BearerTokensTest::operator)),
                Arguments.of(
                        "a link to keys",
                        ISSUER.signed(
                                new JWSHeader.Builder(Issuer.header())
                                        .jwkURL(URI.create("http://127.0.0.1/keys"))
                                        .build(),
                                BearerTokensTest::operator)),
                Arguments.of(
                        "a link to certificates",
                        ISSUER.signed(
                                new JWSHeader.Builder(Issuer.header())
                                        .x509CertURL(URI.create("http://127.0.0.1/c"))
                                        .build(),
                                BearerTokensTest::operator)),
                Arguments.of(
                        "its own key",
                        ISSUER.signed(
                                new JWSHeader.Builder(Issuer.header())
                                        .jwk(otherKey)
                                        .build(),
                                BearerTokensTest::operator)),
                Arguments.of(
                        "an unknown type",
                        ISSUER.signed(
                                new JWSHeader.Builder(Issuer.header())
                                        .type(new JOSEObjectType("logout+jwt"))
                                        .build(),
                                BearerTokensTest::operator)),
                Arguments.of("a truncated signature", good.substring(0, good.length() - 4)),
                Arguments.of("no signature", good.substring(0, good.lastIndexOf('.') + 1)),
                Arguments.of("other claims under the signature", withOtherClaims(good)));
    }

    private static JWTClaimsSet.Builder operator(JWTClaimsSet.Builder claims) {
        return claims.claim("role", "OPERATOR");
    }

    private static Date at(int secondsFromNow) {
        return Date.from(NOW.plusSeconds(secondsFromNow));
    }

    private static JWSHeader algorithm(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm).keyID(Issuer.KEY_ID).build();
    }

    private static String signedByPublicKey() throws JOSEException {
        SignedJWT token = new SignedJWT(
                algorithm(JWSAlgorithm.HS256), operator(ISSUER.claims()).build());
        token.sign(new MACSigner(Issuer.publicKey().getEncoded()));
        return token.serialize();
    }

    private static String signedByStranger() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        SignedJWT token =
                new SignedJWT(Issuer.header(), operator(ISSUER.claims()).build());
        token.sign(new RSASSASigner((RSAPrivateKey) generator.generateKeyPair().getPrivate()));
        return token.serialize();
    }

    private static String withOtherClaims(String token) {
        String header = token.substring(0, token.indexOf('.'));
        String signature = token.substring(token.lastIndexOf('.') + 1);
        JWTClaimsSet claims = operator(ISSUER.claims()).subject("account-2").build();
        return header + "." + Base64URL.encode(claims.toString()) + "." + signature;
    }
}
