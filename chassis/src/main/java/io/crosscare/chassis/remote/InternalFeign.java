package io.crosscare.chassis.remote;

import feign.Request;
import feign.RequestInterceptor;
import feign.Response;
import feign.Retryer;
import feign.codec.DecodeException;
import feign.codec.Decoder;
import feign.codec.EncodeException;
import feign.codec.Encoder;
import io.crosscare.chassis.observability.Traces;
import io.crosscare.chassis.security.InternalTokens;
import io.crosscare.chassis.web.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Configuration of every internal Feign client: signs in as this service, forwards the trace, reads and writes JSON as the
 * suite does, never retries by itself. Named by the clients, not scanned.
 */
public class InternalFeign {

    private static final Duration CONNECT_WITHIN = Duration.ofMillis(500);
    private static final Duration ANSWER_WITHIN = Duration.ofMillis(1_800);
    private final JsonMapper json = StrictJson.tolerant();

    @Bean
    RequestInterceptor signsInAsService(InternalTokens tokens, Traces traces) {
        return request -> {
            request.header(
                    HttpHeaders.AUTHORIZATION,
                    "Bearer " + tokens.signAsService().value());
            String traceparent = traces.traceparent();
            if (traceparent != null) {
                request.header("traceparent", traceparent);
            }
        };
    }

    @Bean
    Request.Options deadlines() {
        return new Request.Options(CONNECT_WITHIN, ANSWER_WITHIN, false);
    }

    @Bean
    Retryer retriesNever() {
        return Retryer.NEVER_RETRY;
    }

    @Bean
    Encoder encoder() {
        return (body, type, request) -> {
            try {
                request.header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE);
                request.body(json.writeValueAsBytes(body), StandardCharsets.UTF_8);
            } catch (JacksonException e) {
                throw new EncodeException("cannot write the request", e);
            }
        };
    }

    @Bean
    Decoder decoder() {
        return this::decode;
    }

    private @Nullable Object decode(Response response, Type type) throws IOException {
        Response.Body body = response.body();
        if (body == null || type == void.class) {
            return null;
        }
        try (InputStream stream = body.asInputStream()) {
            return json.readValue(stream, json.constructType(type));
        } catch (JacksonException e) {
            throw new DecodeException(response.status(), "cannot read the answer", response.request(), e);
        }
    }
}
