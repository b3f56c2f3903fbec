package io.crosscare.chassis.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Checks an internal token: RS256, a known signer, issuer and audience, not expired. Only the gateway may vouch for others;
 * every other process speaks for itself, as {@link Caller.Service} under its own name.
 */
public final class InternalTokenVerifier {

    private static final String GATEWAY = "gateway";
    private static final Duration SKEW_MAX = Duration.ofSeconds(5);

    private static final int REMEMBERED_MAX = 2_000;

    private final Map<String, JWSVerifier> keys;
    private final Cache<String, Vouched> known = Caffeine.newBuilder()
            .maximumSize(REMEMBERED_MAX)
            .expireAfterWrite(InternalTokens.TTL_MAX)
            .executor(Runnable::run)
            .build();
    private final Clock clock;

    /**
     * Trusts the given keys and no others.
     *
     * @param keys public key by name of the process that signs with it
     */
    public InternalTokenVerifier(Map<String, RSAPublicKey> keys, Clock clock) {
        this.keys = keys.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, key -> new RSASSAVerifier(key.getValue())));
        this.clock = clock;
    }

    /**
     * The caller a good token speaks for. A signature is checked once; whether it is still timely, every time.
     *
     * @throws ProblemException {@code unauthenticated}, without saying which check failed
     */
    public Caller verify(String token) {
        Vouched vouched = known.get(token, this::check);
        if (!isTimely(vouched)) {
            throw unauthenticated();
        }
        return vouched.caller();
    }

    private Vouched check(String token) {
        try {
            SignedJWT signed = SignedJWT.parse(token);
            String signer = signed.getHeader().getKeyID();
            JWSVerifier key = signer == null ? null : keys.get(signer);
            boolean isSigned =
                    key != null && JWSAlgorithm.RS256.equals(signed.getHeader().getAlgorithm()) && signed.verify(key);
            if (!isSigned || signer == null) {
                throw unauthenticated();
            }
            JWTClaimsSet claims = signed.getJWTClaimsSet();
            Caller caller = CallerClaims.read(claims);
            Date issued = claims.getIssueTime();
            Date expiry = claims.getExpirationTime();
            if (issued == null || expiry == null || !isAddressed(claims, signer) || !mayVouch(signer, caller)) {
                throw unauthenticated();
            }
            return new Vouched(caller, issued.toInstant(), expiry.toInstant());
        } catch (ParseException | JOSEException | IllegalArgumentException _) {
            throw unauthenticated();
        }
    }

    private boolean isTimely(Vouched vouched) {
        Instant now = clock.instant();
        return now.isBefore(vouched.expiresAt().plus(SKEW_MAX))
                && !now.isBefore(vouched.issuedAt().minus(SKEW_MAX));
    }

    private static boolean isAddressed(JWTClaimsSet claims, String signer) {
        return InternalTokens.issuerOf(signer).equals(claims.getIssuer())
                && claims.getAudience().contains(InternalTokens.AUDIENCE);
    }

    private static boolean mayVouch(String signer, Caller caller) {
        return signer.equals(GATEWAY) != caller.isService()
                && (signer.equals(GATEWAY) || caller.subject().equals(signer));
    }

    /** What a good signature stands for. */
    private record Vouched(Caller caller, Instant issuedAt, Instant expiresAt) {}

    private static ProblemException unauthenticated() {
        return ProblemException.of(ProblemType.UNAUTHENTICATED);
    }
}
