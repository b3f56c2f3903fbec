package io.crosscare.registry.remote;

import feign.FeignException;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.remote.RemoteCall;
import io.crosscare.chassis.remote.RemoteCalls;
import io.crosscare.chassis.web.StrictJson;
import io.crosscare.registry.remote.UpperPlatformClient.RecordMessage;
import io.crosscare.registry.remote.UpperPlatformClient.ReplyMessage;
import io.crosscare.registry.upload.UpperPlatform;
import io.crosscare.registry.upload.model.Upload;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@link UpperPlatform} by Feign, where one is configured. */
@Component
@ConditionalOnProperty("crosscare.upstream.url")
final class FeignUpperPlatform implements UpperPlatform {

    private static final Duration DEADLINE = Duration.ofSeconds(5);
    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;
    private static final String ACCEPTED = "ACCEPTED";
    private static final String REFUSED = "REFUSED";
    private static final JsonMapper JSON = StrictJson.tolerant();

    private final UpperPlatformClient client;
    private final RemoteCall platform;

    FeignUpperPlatform(UpperPlatformClient client, CircuitBreakerRegistry breakers) {
        this.client = client;
        this.platform = new RemoteCalls(breakers, DEADLINE).to("upstream");
    }

    @Override
    public Mono<Reply> send(Upload upload) {
        RecordMessage message = new RecordMessage(
                upload.kind().name(), upload.recordId(), upload.recordVersion(), JSON.readTree(upload.body()));
        return platform.call(() -> client.send(upload.idempotencyKey(), message))
                .map(FeignUpperPlatform::replyOf)
                .defaultIfEmpty(new Reply.Unknown())
                .onErrorResume(FeignException.class, answer -> Mono.just(replyOf(answer)))
                .onErrorResume(ProblemException.class, failure -> Mono.just(replyOf(failure)));
    }

    private static Reply replyOf(ReplyMessage reply) {
        String outcome = reply.outcome();
        if (ACCEPTED.equals(outcome)) {
            return new Reply.Accepted();
        }
        return REFUSED.equals(outcome) ? new Reply.Refused(reasonOf(reply.reason())) : new Reply.Unknown();
    }

    /** What is wrong with our sign-in, or with the time, is nothing that is wrong with the record. */
    private static Reply replyOf(FeignException answer) {
        return switch (answer.status()) {
            case CONFLICT -> new Reply.Accepted();
            case BAD_REQUEST, UNPROCESSABLE -> new Reply.Refused(reasonOf(reasonIn(answer)));
            default -> new Reply.NotSent();
        };
    }

    private static Reply replyOf(ProblemException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            boolean neverLeft = cause instanceof CallNotPermittedException
                    || cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof NoRouteToHostException;
            if (neverLeft) {
                return new Reply.NotSent();
            }
        }
        return new Reply.Unknown();
    }

    private static @Nullable String reasonIn(FeignException answer) {
        try {
            JsonNode body = JSON.readTree(answer.contentUTF8());
            return body.path("reason").asString(body.path("detail").asString(""));
        } catch (JacksonException _) {
            return null;
        }
    }

    private static String reasonOf(@Nullable String given) {
        return given == null || given.isBlank() ? "平台未说明原因" : given;
    }
}
