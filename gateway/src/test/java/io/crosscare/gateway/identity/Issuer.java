package io.crosscare.gateway.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.crosscare.chassis.security.PemKeys;
import io.crosscare.chassis.testing.TestKeys;
import java.nio.file.Path;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** An identity provider for tests: signs whatever it is asked to. */
public final class Issuer {

    public static final String NAME = "crosscare-local";
    public static final String AUDIENCE = "crosscare";
    public static final String KEY_ID = "local-issuer";

    private final Clock clock;
    private final Map<String, String> good = new ConcurrentHashMap<>();

    public Issuer(Clock clock) {
        this.clock = clock;
    }

    public static Path publicKeyFile() {
        return TestKeys.directory().resolve("issuer.pub.pem");
    }

    public static RSAPublicKey publicKey() {
        return PemKeys.readPublic(publicKeyFile());
    }

    public static RSAPrivateKey privateKey() {
        return PemKeys.readPrivate(TestKeys.directory().resolve("issuer.key.pem"));
    }

    /** A good token of a hospital, the same for a minute. */
    public String hospital(String institution) {
        return good(institution, claims -> claims.claim("role", "HOSPITAL").claim("institution", institution));
    }

    /** A good token of an operator, the same for a minute. */
    public String operator() {
        return good("operator", claims -> claims.claim("role", "OPERATOR"));
    }

    private String good(String whose, UnaryOperator<JWTClaimsSet.Builder> change) {
        return good.computeIfAbsent(whose + clock.instant().truncatedTo(ChronoUnit.MINUTES), _ -> signed(change));
    }

    /** A token that is good but for what the change makes of it. */
    public String signed(UnaryOperator<JWTClaimsSet.Builder> change) {
        return signed(header(), change);
    }

    public String signed(JWSHeader header, UnaryOperator<JWTClaimsSet.Builder> change) {
        SignedJWT token = new SignedJWT(header, change.apply(claims()).build());
        try {
            token.sign(new RSASSASigner(privateKey()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    public static JWSHeader header() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY_ID).build();
    }

    /** Claims without a role. */
    public JWTClaimsSet.Builder claims() {
        Instant now = clock.instant();
        return new JWTClaimsSet.Builder()
                .subject("account-1")
                .issuer(NAME)
                .audience(AUDIENCE)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))));
    }
}
