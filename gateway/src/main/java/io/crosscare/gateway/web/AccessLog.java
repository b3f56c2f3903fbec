package io.crosscare.gateway.web;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.gateway.identity.Admission;
import io.crosscare.gateway.routes.Door;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * One line for every request that failed, was given up or cut off, whoever answered it: door, status, time and the caller's
 * role, with the trace id. Nothing a caller wrote is in it: no path, no query, no header, no body.
 */
public final class AccessLog implements WebFilter {

    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
    private static final String PROBLEM = AccessLog.class.getName() + ".problem";
    /** No answer: the caller went away before it. */
    private static final int GIVEN_UP = 499;
    /** No end of an answer: the service broke off in it. */
    private static final int CUT_OFF = 599;

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        long begun = System.nanoTime();
        exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> answered(exchange, begun)));
        return chain.filter(exchange)
                .doOnError(failure -> failed(exchange, failure, begun))
                .doOnCancel(() -> cancelled(exchange, begun));
    }

    private static void answered(ServerWebExchange exchange, long begun) {
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        if (status != null && status.isError()) {
            write(exchange, status.value(), begun);
        }
    }

    /** Before an answer was begun its problem follows; afterwards it can only be cut off. */
    private static void failed(ServerWebExchange exchange, Throwable failure, long begun) {
        String problem = failure instanceof ProblemException known
                ? known.summary()
                : failure.getClass().getSimpleName();
        exchange.getAttributes().put(PROBLEM, problem);
        if (exchange.getResponse().isCommitted()) {
            write(exchange, CUT_OFF, begun);
        }
    }

    private static void cancelled(ServerWebExchange exchange, long begun) {
        if (!exchange.getResponse().isCommitted()) {
            write(exchange, GIVEN_UP, begun);
        }
    }

    private static void write(ServerWebExchange exchange, int status, long begun) {
        Door door = Passage.findDoor(exchange);
        Admission admission = Passage.findAdmission(exchange);
        LoggingEventBuilder line = LOG.atInfo()
                .addKeyValue("door", door == null ? "none" : door.id())
                .addKeyValue("peer", door == null ? "none" : door.peer().label())
                .addKeyValue("status", status)
                .addKeyValue(
                        "durationMillis",
                        Duration.ofNanos(System.nanoTime() - begun).toMillis())
                .addKeyValue(
                        "role",
                        admission == null ? "none" : admission.caller().role().name());
        String problem = exchange.getAttribute(PROBLEM);
        if (problem != null) {
            line = line.addKeyValue("problem", problem);
        }
        line.log("request failed");
    }
}
