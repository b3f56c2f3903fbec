package io.crosscare.chassis.web;

import com.mongodb.MongoException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import io.crosscare.chassis.observability.Traces;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.chassis.problem.Text;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns every throwable that leaves a handler into one RFC 9457 problem, one log line and one count. A caller's mistake is a
 * 4xx that names the field and the rule; only what is truly ours is a 5xx, and no answer shows more than its trace id.
 */
public final class ProblemHandler implements WebExceptionHandler, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);
    private static final Duration STORE_RETRY = Duration.ofSeconds(2);

    private final JsonMapper json;
    private final Traces traces;
    private final MeterRegistry meters;

    public ProblemHandler(JsonMapper json, Traces traces, MeterRegistry meters) {
        this.json = json;
        this.traces = traces;
        this.meters = meters;
        for (ProblemType type : ProblemType.values()) {
            counted(type);
        }
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(error);
        }
        return RequestEnd.of(exchange).then(Mono.defer(() -> write(exchange, problemOf(error), error)));
    }

    /** Before the handlers of Spring Boot and of the gateway. */
    @Override
    public int getOrder() {
        return -10;
    }

    private Mono<Void> write(ServerWebExchange exchange, ProblemException problem, Throwable error) {
        report(exchange, problem, error);
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatusCode.valueOf(problem.type().status()));
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setCacheControl("no-store");
        headers.set(FailedCall.PROBLEM_HEADER, problem.type().slug());
        Duration retryAfter = problem.retryAfter();
        if (retryAfter != null) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
        }
        if (problem.type() == ProblemType.UNAUTHENTICATED) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (error instanceof MethodNotAllowedException notAllowed) {
            headers.setAllow(notAllowed.getSupportedMethods());
        }
        DataBuffer body = response.bufferFactory()
                .wrap(json.writeValueAsBytes(
                        ProblemBody.of(problem, exchange.getRequest().getId(), traces.traceId())));
        return response.writeWith(Mono.just(body));
    }

    /** There from the start, so that the first problem of a type is seen as a rise from zero. */
    private Counter counted(ProblemType type) {
        return meters.counter(
                "crosscare.problems", "type", type.slug(), "blame", type.blame().name());
    }

    private void report(ServerWebExchange exchange, ProblemException problem, Throwable error) {
        ProblemType type = problem.type();
        counted(type).increment();
        if (!FailedCall.isToBeWritten(exchange)) {
            return;
        }
        Object pattern = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        String door = exchange.getRequest().getMethod() + " " + (pattern == null ? "(no door)" : pattern);
        FailedCall.line(LOG, door, type, problem.summary(), error)
                .log("{} answered {} {}", door, type.status(), problem.summary());
    }

    private static ProblemException problemOf(Throwable error) {
        return switch (error) {
            case ProblemException problem -> problem;
            case ServerWebInputException input -> ProblemException.invalid(InputErrors.of(input));
            case DataBufferLimitException _ -> ProblemException.of(ProblemType.TOO_LARGE);
            case NotAcceptableStatusException refused -> notAcceptable(refused);
            case ResponseStatusException status -> ofStatus(status);
            case MongoTimeoutException _, MongoSocketException _ ->
                ProblemException.of(ProblemType.STORE_UNAVAILABLE).retryAfter(STORE_RETRY);
            case MongoException store
            when isUnreachable(store) ->
                ProblemException.of(ProblemType.STORE_UNAVAILABLE).retryAfter(STORE_RETRY);
            default -> ProblemException.of(ProblemType.INTERNAL);
        };
    }

    private static boolean isUnreachable(MongoException store) {
        return store.hasErrorLabel("RetryableWriteError") || store.hasErrorLabel("TransientTransactionError");
    }

    /** Says what there is. */
    private static ProblemException notAcceptable(NotAcceptableStatusException error) {
        String offered = error.getSupportedMediaTypes().stream()
                .map(type -> type.getType() + "/" + type.getSubtype())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return offered.isEmpty()
                ? ProblemException.of(ProblemType.NOT_ACCEPTABLE)
                : ProblemException.of(
                        ProblemType.NOT_ACCEPTABLE,
                        Text.of("可提供的格式：" + offered, "the formats offered here are " + offered));
    }

    private static ProblemException ofStatus(ResponseStatusException status) {
        ProblemType type = typeOf(status.getStatusCode().value());
        return type == null ? ProblemException.of(ProblemType.INTERNAL) : ProblemException.of(type);
    }

    private static @Nullable ProblemType typeOf(int status) {
        return List.of(
                        ProblemType.INVALID_REQUEST,
                        ProblemType.UNAUTHENTICATED,
                        ProblemType.FORBIDDEN,
                        ProblemType.NOT_FOUND,
                        ProblemType.METHOD_NOT_ALLOWED,
                        ProblemType.NOT_ACCEPTABLE,
                        ProblemType.TOO_LARGE,
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        ProblemType.PEER_UNAVAILABLE,
                        ProblemType.PEER_TIMEOUT)
                .stream()
                .filter(type -> type.status() == status)
                .findFirst()
                .orElse(null);
    }
}
