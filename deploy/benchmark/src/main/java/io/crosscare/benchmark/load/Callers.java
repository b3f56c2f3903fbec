package io.crosscare.benchmark.load;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.security.InternalTokens;
import io.crosscare.chassis.security.PemKeys;
import io.crosscare.local.token.DevelopmentTokens;
import io.crosscare.local.token.TokenRole;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who asks, and with which token: bearer tokens of the data directory's issuer for the gateway, and for a service's own port
 * what the gateway would pass on, signed with its key of the same directory.
 */
public final class Callers {

    private static final Duration TTL = Duration.ofHours(12);

    /** Renewed long before it ends, so that none ends on its way. */
    private static final Duration REST_MIN = Duration.ofSeconds(20);

    private final DevelopmentTokens issuer;
    private final InternalTokens gateway;
    private final Clock clock;
    private final Map<String, String> bearers = new ConcurrentHashMap<>();
    private final Map<String, InternalTokens.Signed> internals = new ConcurrentHashMap<>();

    public Callers(Path data, Path keys, Clock clock) {
        this.issuer = DevelopmentTokens.of(data);
        this.gateway =
                new InternalTokens("gateway", PemKeys.readPrivate(keys.resolve("internal-gateway.key.pem")), clock);
        this.clock = clock;
    }

    public String hospital(String code) {
        return bearer(TokenRole.HOSPITAL, Map.of("institution", code));
    }

    public String agency(String region) {
        return bearer(TokenRole.AGENCY, Map.of("region", region));
    }

    public String operator() {
        return bearer(TokenRole.OPERATOR, Map.of());
    }

    /** The hospital as the gateway presents it to a service. */
    public String hospitalInside(String code) {
        InternalTokens.Signed token = internals.compute(code, (_, known) -> {
            boolean isFresh = known != null && clock.instant().plus(REST_MIN).isBefore(known.expiresAt());
            return isFresh && known != null
                    ? known
                    : gateway.sign(
                            new Caller.Hospital("local-hospital-" + code, new InstitutionCode(code)),
                            clock.instant().plus(InternalTokens.TTL_MAX));
        });
        return token.value();
    }

    private String bearer(TokenRole role, Map<String, String> claims) {
        return bearers.computeIfAbsent(role + " " + claims, _ -> issuer.token(role, claims, TTL));
    }
}
