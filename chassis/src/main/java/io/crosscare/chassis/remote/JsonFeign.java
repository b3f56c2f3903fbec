package io.crosscare.chassis.remote;

import feign.Request;
import feign.Response;
import feign.Retryer;
import feign.codec.DecodeException;
import feign.codec.Decoder;
import feign.codec.EncodeException;
import feign.codec.Encoder;
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
 * What every Feign client of the suite has in common: it reads and writes JSON as the suite does, within its deadlines, and never
 * retries by itself. Who signs in is for those to say who extend it.
 */
public abstract class JsonFeign {

    private final JsonMapper json = StrictJson.tolerant();
    private final Duration connectWithin;
    private final Duration answerWithin;
    private final int answerBytesMax;

    /**
     * Sets the bounds.
     *
     * @param answerBytesMax what an answer has beyond these is not read, so that it is no JSON
     */
    protected JsonFeign(Duration connectWithin, Duration answerWithin, int answerBytesMax) {
        this.connectWithin = connectWithin;
        this.answerWithin = answerWithin;
        this.answerBytesMax = answerBytesMax;
    }

    @Bean
    Request.Options deadlines() {
        return new Request.Options(connectWithin, answerWithin, false);
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
            return json.readValue(stream.readNBytes(answerBytesMax), json.constructType(type));
        } catch (JacksonException e) {
            throw new DecodeException(response.status(), "cannot read the answer", response.request(), e);
        }
    }
}
