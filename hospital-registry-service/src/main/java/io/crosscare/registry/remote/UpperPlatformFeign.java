package io.crosscare.registry.remote;

import feign.Request;
import feign.RequestInterceptor;
import feign.Response;
import feign.Retryer;
import feign.codec.DecodeException;
import feign.codec.Decoder;
import feign.codec.EncodeException;
import feign.codec.Encoder;
import io.crosscare.chassis.web.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Configuration of the client of the upper platform: a token of its own, for the suite's internal tokens go nowhere else; no
 * retries, for attempts are counted where they are stored. Named by the client, not scanned.
 */
class UpperPlatformFeign {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(1);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(4);
    private static final int ANSWER_BYTES_MAX = 64 * 1024;
    private final JsonMapper json = StrictJson.tolerant();

    /** The file is read for each request, so that a new token counts without a restart. */
    @Bean
    RequestInterceptor signsIn(@Value("${crosscare.upstream.token-file:}") String tokenFile) {
        return request -> {
            if (!tokenFile.isEmpty()) {
                request.header(HttpHeaders.AUTHORIZATION, "Bearer " + read(Path.of(tokenFile)));
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
        if (body == null) {
            return null;
        }
        try (InputStream stream = body.asInputStream()) {
            return json.readValue(stream.readNBytes(ANSWER_BYTES_MAX), json.constructType(type));
        } catch (JacksonException e) {
            throw new DecodeException(response.status(), "cannot read the answer", response.request(), e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
