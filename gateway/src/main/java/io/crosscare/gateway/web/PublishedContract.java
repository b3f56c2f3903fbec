package io.crosscare.gateway.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The OpenAPI document of the doors this gateway opens, as it was built into it. Anybody may read it: it holds nothing of a
 * person and no secret, and who integrates reads it before there is a token. Unlike every other answer it may be kept.
 */
public final class PublishedContract {

    private static final String DOCUMENT = "/openapi.json";
    private static final Duration KEPT_FOR = Duration.ofMinutes(5);

    private final byte[] document;
    private final String etag;

    private PublishedContract(byte[] document) {
        this.document = document.clone();
        this.etag = '"' + sha256(document) + '"';
    }

    public static PublishedContract ofTheSuite() {
        try (InputStream stream = PublishedContract.class.getResourceAsStream(DOCUMENT)) {
            if (stream == null) {
                throw new IllegalStateException("the gateway was built without " + DOCUMENT);
            }
            return new PublishedContract(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Mono<Void> answer(ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        response.beforeCommit(() -> Mono.fromRunnable(() -> response.getHeaders()
                .setCacheControl(CacheControl.maxAge(KEPT_FOR).cachePublic())));
        if (exchange.checkNotModified(etag)) {
            return response.setComplete();
        }
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        response.getHeaders().setContentLength(document.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(document.clone())));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
