package io.crosscare.chassis.remote;

import feign.RequestInterceptor;
import io.crosscare.chassis.observability.Traces;
import io.crosscare.chassis.security.InternalTokens;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;

/**
 * Configuration of every internal Feign client: signs in as this service and forwards the trace. Named by the clients, not
 * scanned.
 */
public class InternalFeign extends JsonFeign {

    private static final Duration CONNECT_WITHIN = Duration.ofMillis(500);
    private static final Duration ANSWER_WITHIN = Duration.ofMillis(1_800);

    public InternalFeign() {
        super(CONNECT_WITHIN, ANSWER_WITHIN, Integer.MAX_VALUE);
    }

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
}
