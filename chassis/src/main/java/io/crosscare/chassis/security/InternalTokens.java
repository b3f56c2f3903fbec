package io.crosscare.chassis.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.interfaces.RSAPrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Signs the short-lived token (RS256, at most {@link #TTL_MAX}) that carries a caller between the suite's processes. Every
 * process signs with its own key, named by {@code kid}; which kinds of caller that key may vouch for is the verifier's rule.
 */
public final class InternalTokens {

    public static final String AUDIENCE = "crosscare-services";
    public static final Duration TTL_MAX = Duration.ofSeconds(60);
    private static final Duration REUSED_WHILE_LEFT = TTL_MAX.dividedBy(2);

    private final String signer;
    private final RSASSASigner key;
    private final Clock clock;
    private final AtomicReference<@Nullable Signed> ofService = new AtomicReference<>();

    /**
     * Signs with one process's key.
     *
     * @param signer name of this process: gateway, filing, settlement, registry or correction
     */
    public InternalTokens(String signer, RSAPrivateKey key, Clock clock) {
        this.signer = signer;
        this.key = new RSASSASigner(key);
        this.clock = clock;
    }

    /** A token for the caller that expires at the given instant, and never later than {@link #TTL_MAX} from now. */
    public Signed sign(Caller caller, Instant expiresAt) {
        Instant now = clock.instant();
        Instant latest = now.plus(TTL_MAX);
        Instant expiry = expiresAt.isBefore(latest) ? expiresAt : latest;
        JWTClaimsSet claims = CallerClaims.write(caller, new JWTClaimsSet.Builder())
                .issuer(issuerOf(signer))
                .audience(AUDIENCE)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(expiry))
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(signer).build(), claims);
        try {
            token.sign(key);
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign with the internal key of " + signer, e);
        }
        return new Signed(token.serialize(), expiry);
    }

    /** A token of this process on its own behalf: the last one again, while half of its life is left. */
    public Signed signAsService() {
        Instant now = clock.instant();
        Signed known = ofService.get();
        if (known != null && isFresh(Duration.between(now, known.expiresAt()))) {
            return known;
        }
        Signed next = sign(new Caller.Service(signer), now.plus(TTL_MAX));
        ofService.set(next);
        return next;
    }

    /** One that ends later than a new one would was signed before the clock went back. */
    private static boolean isFresh(Duration left) {
        return left.compareTo(REUSED_WHILE_LEFT) > 0 && left.compareTo(TTL_MAX) <= 0;
    }

    static String issuerOf(String signer) {
        return "crosscare-" + signer;
    }

    /**
     * A token and when it ends.
     *
     * @param value the compact token, ready for {@code Authorization: Bearer}
     */
    public record Signed(String value, Instant expiresAt) {
        @Override
        public String toString() {
            return "Signed[expiresAt=" + expiresAt + "]";
        }
    }
}
