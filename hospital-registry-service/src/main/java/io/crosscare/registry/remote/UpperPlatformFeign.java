package io.crosscare.registry.remote;

import feign.RequestInterceptor;
import io.crosscare.chassis.remote.JsonFeign;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;

/**
 * Configuration of the client of the upper platform: a token of its own, for the suite's internal tokens go nowhere else; no
 * retries, for attempts are counted where they are stored. Named by the client, not scanned.
 */
class UpperPlatformFeign extends JsonFeign {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(1);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(4);
    private static final int ANSWER_BYTES_MAX = 64 * 1024;

    UpperPlatformFeign() {
        super(CONNECT_WITHIN, ANSWER_WITHIN, ANSWER_BYTES_MAX);
    }

    /** The file is read for each request, so that a new token counts without a restart. */
    @Bean
    RequestInterceptor signsIn(@Value("${crosscare.upstream.token-file:}") String tokenFile) {
        return request -> {
            if (!tokenFile.isEmpty()) {
                request.header(HttpHeaders.AUTHORIZATION, "Bearer " + read(Path.of(tokenFile)));
            }
        };
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
