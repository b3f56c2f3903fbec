package io.crosscare.gateway.identity;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import io.crosscare.chassis.security.PemKeys;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** Where the identity provider's public keys come from. */
public final class IssuerKeys {

    private static final Duration CONNECT_MAX = Duration.ofSeconds(1);
    private static final Duration READ_MAX = Duration.ofSeconds(2);
    private static final int BYTES_MAX = 256 * 1024;
    private static final Duration CACHED_FOR = Duration.ofMinutes(5);
    private static final Duration REFRESH_MAX = Duration.ofSeconds(5);
    private static final Duration UNKNOWN_KEY_PAUSE = Duration.ofSeconds(30);
    private static final Duration OUTAGE_MAX = Duration.ofHours(4);

    private IssuerKeys() {}

    /** The one key of the development issuer, read once. */
    public static JWKSource<SecurityContext> ofFile(Path publicKey, String keyId) {
        RSAKey key = new RSAKey.Builder(PemKeys.readPublic(publicKey))
                .keyID(keyId)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .build();
        return new ImmutableJWKSet<>(new JWKSet(key));
    }

    /**
     * A provider's published set. It is asked again every {@link #CACHED_FOR}, and at once for a key id that is not known, but
     * then no oftener than every {@link #UNKNOWN_KEY_PAUSE}; while it is silent the last set holds for {@link #OUTAGE_MAX}.
     */
    public static JWKSource<SecurityContext> ofUri(URI jwks) {
        var retriever =
                new DefaultResourceRetriever((int) CONNECT_MAX.toMillis(), (int) READ_MAX.toMillis(), BYTES_MAX);
        try {
            return JWKSourceBuilder.<SecurityContext>create(jwks.toURL(), retriever)
                    .cache(CACHED_FOR.toMillis(), REFRESH_MAX.toMillis())
                    .refreshAheadCache(false)
                    .rateLimited(UNKNOWN_KEY_PAUSE.toMillis())
                    .outageTolerant(OUTAGE_MAX.toMillis())
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("crosscare.identity.jwks-uri is not a URL", e);
        }
    }
}
