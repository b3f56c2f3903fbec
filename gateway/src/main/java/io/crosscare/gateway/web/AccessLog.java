package io.crosscare.gateway.web;

import io.crosscare.chassis.problem.Blame;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.chassis.web.FailedCall;
import io.crosscare.gateway.identity.Admission;
import io.crosscare.gateway.routes.Door;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * One line for every request that failed, was given up or cut off, whoever answered it: door, status, problem and blame, time
 * and the caller's role, with the trace id. Nothing a caller wrote is in it: no path, no query, no header, no body.
 */
public final class AccessLog implements WebFilter {

    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
    private static final String MESSAGE = "request failed";
    private static final String FAILURE = AccessLog.class.getName() + ".failure";
    private static final String NONE = "none";
    /** No answer: the caller went away before it. */
    private static final int GIVEN_UP = 499;
    /** No end of an answer: the service broke off in it. */
    private static final int CUT_OFF = 599;

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        long begun = System.nanoTime();
        FailedCall.isWrittenElsewhere(exchange);
        exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> answered(exchange, begun)));
        return chain.filter(exchange)
                .doOnError(failure -> failed(exchange, failure, begun))
                .doOnCancel(() -> cancelled(exchange, begun));
    }

    private static void answered(ServerWebExchange exchange, long begun) {
        ServerHttpResponse response = exchange.getResponse();
        String slug = response.getHeaders().getFirst(FailedCall.PROBLEM_HEADER);
        response.getHeaders().remove(FailedCall.PROBLEM_HEADER);
        HttpStatusCode status = response.getStatusCode();
        if (status == null || !status.isError()) {
            return;
        }
        Throwable failure = exchange.getAttribute(FAILURE);
        Optional<ProblemType> type = slug == null ? Optional.empty() : ProblemType.ofSlug(slug);
        LoggingEventBuilder line = type.map(known -> problem(exchange, known, failure))
                .orElseGet(
                        () -> LOG.atInfo().addKeyValue("door", doorOf(exchange)).addKeyValue("status", status.value()));
        write(exchange, line, begun);
    }

    private static LoggingEventBuilder problem(
            ServerWebExchange exchange, ProblemType type, @Nullable Throwable failure) {
        String summary = failure instanceof ProblemException known ? known.summary() : type.slug();
        return FailedCall.line(LOG, doorOf(exchange), type, summary, failure);
    }

    /** Before an answer was begun its problem follows; afterwards it can only be cut off. */
    private static void failed(ServerWebExchange exchange, Throwable failure, long begun) {
        exchange.getAttributes().put(FAILURE, failure);
        if (exchange.getResponse().isCommitted()) {
            LoggingEventBuilder line = LOG.atWarn()
                    .addKeyValue("door", doorOf(exchange))
                    .addKeyValue("status", CUT_OFF)
                    .addKeyValue("problem", failure.getClass().getSimpleName())
                    .addKeyValue("blame", Blame.PEER.name());
            write(exchange, line, begun);
        }
    }

    private static void cancelled(ServerWebExchange exchange, long begun) {
        if (!exchange.getResponse().isCommitted()) {
            LoggingEventBuilder line = LOG.atInfo()
                    .addKeyValue("door", doorOf(exchange))
                    .addKeyValue("status", GIVEN_UP)
                    .addKeyValue("problem", "given-up")
                    .addKeyValue("blame", Blame.CALLER.name());
            write(exchange, line, begun);
        }
    }

    private static String doorOf(ServerWebExchange exchange) {
        Door door = Passage.findDoor(exchange);
        return door == null ? NONE : door.id();
    }

    private static void write(ServerWebExchange exchange, LoggingEventBuilder line, long begun) {
        Door door = Passage.findDoor(exchange);
        Admission admission = Passage.findAdmission(exchange);
        line.addKeyValue("peer", door == null ? NONE : door.peer().label())
                .addKeyValue(
                        "durationMillis",
                        Duration.ofNanos(System.nanoTime() - begun).toMillis())
                .addKeyValue(
                        "role",
                        admission == null ? NONE : admission.caller().role().name())
                .log(MESSAGE);
    }
}
