package io.crosscare.gateway.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.security.CallerClaims;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Set;

/**
 * Checks a bearer token of the identity provider: RS256 by a key the provider publishes and the header names, issuer,
 * audience, times within {@link #SKEW_MAX}, and claims that make a caller. Nobody outside is a service. May wait for the
 * provider's keys, so it is not called on an event loop.
 */
public final class BearerTokens {

    public static final Duration SKEW_MAX = Duration.ofSeconds(60);

    private static final Set<String> HEADER = Set.of("alg", "kid", "typ");
    private static final int LENGTH_MAX = 8192;
    private static final Duration KEYS_RETRY = Duration.ofSeconds(5);

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    public BearerTokens(JWKSource<SecurityContext> keys, String issuer, String audience, Clock clock) {
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        processor.setJWTClaimsSetVerifier(new TimelyClaims(issuer, audience, clock));
    }

    /**
     * The bearer a good token speaks for.
     *
     * @throws ProblemException {@code unauthenticated}, without saying which check failed; {@code peer-unavailable} when the
     *     provider's keys cannot be had
     */
    Bearer verify(String token) {
        try {
            JWTClaimsSet claims = processor.process(parse(token), null);
            Caller caller = CallerClaims.read(claims);
            if (caller.isService()) {
                throw unauthenticated();
            }
            return new Bearer(caller, claims.getExpirationTime().toInstant().plus(SKEW_MAX));
        } catch (RemoteKeySourceException | JWKSetUnavailableException e) {
            throw ProblemException.peerUnavailable("identity", KEYS_RETRY, e);
        } catch (KeySourceException | BadJOSEException | ParseException | IllegalArgumentException _) {
            throw unauthenticated();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot verify signatures", e);
        }
    }

    /** A header that brings its own key, or a link to one, is refused, not only passed over. */
    private static SignedJWT parse(String token) throws ParseException {
        if (token.length() > LENGTH_MAX) {
            throw new ParseException("too long", LENGTH_MAX);
        }
        SignedJWT signed = SignedJWT.parse(token);
        boolean isPlain = HEADER.containsAll(signed.getHeader().getIncludedParams())
                && signed.getHeader().getKeyID() != null;
        if (!isPlain) {
            throw new ParseException("a header has alg, kid and typ only", 0);
        }
        return signed;
    }

    private static ProblemException unauthenticated() {
        return ProblemException.of(ProblemType.UNAUTHENTICATED);
    }

    /** The library's rules for claims, by our clock. */
    private static final class TimelyClaims extends DefaultJWTClaimsVerifier<SecurityContext> {

        private final Clock clock;

        TimelyClaims(String issuer, String audience, Clock clock) {
            super(
                    Set.of(audience),
                    new JWTClaimsSet.Builder().issuer(issuer).build(),
                    Set.of("sub", "exp", "role"),
                    Set.of());
            this.clock = clock;
            setMaxClockSkew((int) SKEW_MAX.toSeconds());
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.instant());
        }
    }
}
