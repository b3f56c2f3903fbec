package io.crosscare.chassis.testing;

import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.security.InternalTokens;
import io.crosscare.chassis.security.InternalTokens.Signed;
import io.crosscare.chassis.security.PemKeys;
import io.crosscare.chassis.time.ChinaTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Internal tokens for tests that call a service directly, as the gateway or a neighbour would. One serves many requests. */
public final class TestTokens {

    private static final Clock CLOCK = ChinaTime.systemClock();
    private static final Duration LEFT_MIN = InternalTokens.TTL_MAX.dividedBy(2);
    private static final Map<Caller, Signed> SIGNED = new ConcurrentHashMap<>();

    private TestTokens() {}

    /** The value of an {@code Authorization} header that speaks for the caller. */
    public static String internal(Caller caller) {
        Instant goodUntil = CLOCK.instant().plus(LEFT_MIN);
        Signed token = SIGNED.compute(
                caller, (_, known) -> known != null && known.expiresAt().isAfter(goodUntil) ? known : sign(caller));
        return "Bearer " + token.value();
    }

    private static Signed sign(Caller caller) {
        String signer = caller instanceof Caller.Service service ? service.subject() : "gateway";
        InternalTokens tokens = new InternalTokens(
                signer, PemKeys.readPrivate(TestKeys.directory().resolve("internal-" + signer + ".key.pem")), CLOCK);
        return tokens.sign(caller, CLOCK.instant().plus(InternalTokens.TTL_MAX));
    }
}
