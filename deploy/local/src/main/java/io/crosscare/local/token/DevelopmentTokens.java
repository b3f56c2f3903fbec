package io.crosscare.local.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.crosscare.local.data.DataFolder;
import io.crosscare.local.data.Keys;
import java.nio.file.Path;
import java.security.interfaces.RSAPrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Issues bearer tokens for the suite of one data directory (RS256, issuer {@code crosscare-local}). The gateway of that suite
 * trusts them and no other does: the key was made for this directory and never leaves it.
 */
public final class DevelopmentTokens {

    public static final String ISSUER = "crosscare-local";
    public static final String AUDIENCE = "crosscare";
    public static final String KEY_ID = "local-issuer";

    private final RSAPrivateKey key;
    private final Clock clock;

    private DevelopmentTokens(RSAPrivateKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /**
     * The issuer of a data directory.
     *
     * @throws IllegalStateException when no suite has been started there yet
     */
    public static DevelopmentTokens of(Path data) {
        return of(data, Clock.systemUTC());
    }

    static DevelopmentTokens of(Path data, Clock clock) {
        Keys keys = new Keys(DataFolder.at(data).keys());
        if (!keys.haveIssuer()) {
            throw new IllegalStateException(
                    "在 " + data + " 还没有启动过, 没有签发密钥; 请先运行 deploy/local/up / no suite was started in " + data
                            + " yet, so there is no issuer key; run deploy/local/up first");
        }
        return new DevelopmentTokens(keys.issuer(), clock);
    }

    /**
     * A token for one caller.
     *
     * @param claims {@code institution}, {@code region} or {@code person}, as the role needs; and {@code account}, where one of
     *     several people is meant: a part of the subject and no claim
     * @param ttl how long it is good for, from now
     * @throws IllegalArgumentException when the role lacks a claim or has one too many
     */
    public String token(TokenRole role, Map<String, String> claims, Duration ttl) {
        role.faultOf(claims.keySet()).ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
        if (!ttl.isPositive()) {
            throw new IllegalArgumentException("--ttl 必须大于零 / --ttl must be positive");
        }
        Instant now = clock.instant();
        JWTClaimsSet.Builder body = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(subject(role, claims))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(ttl)))
                .claim("role", role.name());
        claims.forEach((name, value) -> {
            if (!name.equals(TokenRole.ACCOUNT)) {
                body.claim(name, value);
            }
        });
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(KEY_ID)
                .type(JOSEObjectType.JWT)
                .build();
        SignedJWT token = new SignedJWT(header, body.build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("The issuer key cannot sign", e);
        }
        return token.serialize();
    }

    private static String subject(TokenRole role, Map<String, String> claims) {
        String name = "local-" + role.name().toLowerCase(Locale.ROOT);
        return claims.isEmpty() ? name : name + "-" + String.join("-", new TreeMap<>(claims).values());
    }
}
