package io.crosscare.gateway.web;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.gateway.identity.Admission;
import io.crosscare.gateway.identity.Admissions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets in who shows a good bearer token, once and in the {@code Authorization} header, where the door opens for the role. A public
 * door asks for none and looks at none.
 */
public final class IdentityStep implements WebFilter {

    private static final String SCHEME = "Bearer ";

    private final Admissions admissions;

    public IdentityStep(Admissions admissions) {
        this.admissions = admissions;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (Passage.requireDoor(exchange).isPublic()) {
            return admissions.admitAnybody().flatMap(admission -> enter(exchange, chain, admission));
        }
        String bearer = bearerOf(exchange.getRequest().getHeaders());
        if (bearer == null) {
            return Mono.error(ProblemException.of(ProblemType.UNAUTHENTICATED));
        }
        return admissions.admit(bearer).flatMap(admission -> enter(exchange, chain, admission));
    }

    private static Mono<Void> enter(ServerWebExchange exchange, WebFilterChain chain, Admission admission) {
        Passage.of(exchange, admission);
        return Passage.requireDoor(exchange).opensFor(admission.caller().role())
                ? chain.filter(exchange)
                : Mono.error(ProblemException.forbidden());
    }

    private static @Nullable String bearerOf(HttpHeaders headers) {
        List<String> values = headers.getOrEmpty(HttpHeaders.AUTHORIZATION);
        if (values.size() != 1) {
            return null;
        }
        String value = values.getFirst();
        boolean isBearer = value.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        return isBearer ? value.substring(SCHEME.length()).strip() : null;
    }
}
