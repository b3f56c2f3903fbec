package io.crosscare.chassis.security;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.RequestPath;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets a request in only with a good internal token, and keeps its {@link Caller} for the controllers. The management server
 * shares this filter: its own paths pass, and lead nowhere on the public port.
 */
public final class CallerWebFilter implements WebFilter, Ordered {

    static final String CALLER = CallerWebFilter.class.getName() + ".caller";
    private static final String SCHEME = "Bearer ";
    private static final String MANAGEMENT = "/actuator";

    private final InternalTokenVerifier verifier;

    public CallerWebFilter(InternalTokenVerifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (isManagement(exchange.getRequest().getPath())) {
            return chain.filter(exchange);
        }
        String token = bearerOf(exchange.getRequest().getHeaders());
        if (token == null) {
            return Mono.error(ProblemException.of(ProblemType.UNAUTHENTICATED));
        }
        return Mono.fromCallable(() -> verifier.verify(token))
                .doOnNext(caller -> exchange.getAttributes().put(CALLER, caller))
                .then(chain.filter(exchange));
    }

    /** After tracing, before everything that acts on a request. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 100;
    }

    private static boolean isManagement(RequestPath path) {
        return path.value().equals(MANAGEMENT) || path.value().startsWith(MANAGEMENT + "/");
    }

    private static @Nullable String bearerOf(HttpHeaders headers) {
        String header = headers.getFirst(HttpHeaders.AUTHORIZATION);
        return header != null && header.startsWith(SCHEME) ? header.substring(SCHEME.length()) : null;
    }
}
