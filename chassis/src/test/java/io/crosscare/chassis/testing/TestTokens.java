package io.crosscare.chassis.testing;

import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.security.InternalTokens;
import io.crosscare.chassis.security.PemKeys;
import io.crosscare.chassis.time.ChinaTime;
import java.time.Clock;

/** Internal tokens for tests that call a service directly, as the gateway or a neighbour would. */
public final class TestTokens {

    private static final Clock CLOCK = ChinaTime.systemClock();

    private TestTokens() {}

    /** The value of an {@code Authorization} header that speaks for the caller. */
    public static String internal(Caller caller) {
        String signer = caller instanceof Caller.Service service ? service.subject() : "gateway";
        InternalTokens tokens = new InternalTokens(
                signer, PemKeys.readPrivate(TestKeys.directory().resolve("internal-" + signer + ".key.pem")), CLOCK);
        return "Bearer "
                + tokens.sign(caller, CLOCK.instant().plus(InternalTokens.TTL_MAX))
                        .value();
    }
}
