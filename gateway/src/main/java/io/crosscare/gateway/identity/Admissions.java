package io.crosscare.gateway.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.security.InternalTokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Exchanges a bearer token for an internal one. An exchange is remembered by the bearer's hash while its internal token has
 * at least {@link #REST_MIN} to live, which is never longer than the bearer itself is accepted.
 */
public final class Admissions {

    private static final Caller ANYBODY = new Caller.Operator("public");
    /** No hash of a bearer is like it. */
    private static final String NO_BEARER = "-";

    private static final Duration REST_MIN = Duration.ofSeconds(10);

    private final BearerTokens bearers;
    private final InternalTokens internal;
    private final Clock clock;
    private final Cache<String, Admission> known;

    /**
     * Remembers so many callers at most.
     *
     * @param rememberedMax tokens, not persons: one caller may hold several
     */
    public Admissions(BearerTokens bearers, InternalTokens internal, Clock clock, int rememberedMax) {
        this.bearers = bearers;
        this.internal = internal;
        this.clock = clock;
        this.known = Caffeine.newBuilder()
                .maximumSize(rememberedMax)
                .expireAfterWrite(InternalTokens.TTL_MAX)
                .build();
    }

    /**
     * Somebody who shows no token, at a door that asks for none. The services see an account that may read reference data and
     * nothing of a person.
     */
    public Mono<Admission> admitAnybody() {
        Admission admission = known.getIfPresent(NO_BEARER);
        if (admission != null && isFresh(admission)) {
            return Mono.just(admission);
        }
        return Mono.fromCallable(() -> new Admission(
                        ANYBODY, internal.sign(ANYBODY, clock.instant().plus(InternalTokens.TTL_MAX))))
                .subscribeOn(Schedulers.boundedElastic())
                .doOnNext(signed -> known.put(NO_BEARER, signed));
    }

    /** Fails with the problem of the token, if it has one. New tokens are checked off the event loop. */
    public Mono<Admission> admit(String bearer) {
        String hash = hashOf(bearer);
        Admission admission = known.getIfPresent(hash);
        if (admission != null && isFresh(admission)) {
            return Mono.just(admission);
        }
        return Mono.fromCallable(() -> exchange(bearer))
                .subscribeOn(Schedulers.boundedElastic())
                .doOnNext(exchanged -> known.put(hash, exchanged));
    }

    private Admission exchange(String token) {
        Bearer bearer = bearers.verify(token);
        return new Admission(bearer.caller(), internal.sign(bearer.caller(), bearer.acceptedUntil()));
    }

    private boolean isFresh(Admission admission) {
        return clock.instant().plus(REST_MIN).isBefore(admission.token().expiresAt());
    }

    private static String hashOf(String bearer) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(bearer.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
