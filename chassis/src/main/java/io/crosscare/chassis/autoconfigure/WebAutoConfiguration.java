package io.crosscare.chassis.autoconfigure;

import io.crosscare.chassis.observability.Traces;
import io.crosscare.chassis.security.CallerArgumentResolver;
import io.crosscare.chassis.security.CallerWebFilter;
import io.crosscare.chassis.security.InternalTokenVerifier;
import io.crosscare.chassis.web.ArrivalWebFilter;
import io.crosscare.chassis.web.Draining;
import io.crosscare.chassis.web.KnownParameters;
import io.crosscare.chassis.web.ProblemHandler;
import io.crosscare.chassis.web.StrictJson;
import io.crosscare.chassis.web.TellingJsonDecoder;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.http.codec.CodecCustomizer;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.webflux.autoconfigure.WebFluxRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Strict JSON, problems, and callers by internal token. The gateway, whose callers come from outside, leaves the last out. */
@AutoConfiguration(after = BaseAutoConfiguration.class, before = JacksonAutoConfiguration.class)
public class WebAutoConfiguration {

    private static final String LAST_FLUSH_WHEN_NO_READ = "reactor.netty.http.server.lastFlushWhenNoRead";

    /*
     * Reactor Netty 1.3.7 may stop reading a kept connection for good when a request comes right after an answer that did not
     * wait for its own request's body (reactor-netty #4361): the caller waits until it gives up. Sending the end of an answer
     * only when what was read is dealt with keeps nearly all requests that are not pipelined out of it, and problems, which are
     * what overtakes a request here, wait for its end (RequestEnd). To be removed with 1.3.8, which
     * mends it. Read once, when the first server of the process is made; auto-configuration comes before that.
     */
    static {
        if (System.getProperty(LAST_FLUSH_WHEN_NO_READ) == null) {
            System.setProperty(LAST_FLUSH_WHEN_NO_READ, "true");
        }
    }

    @Bean
    Draining draining(@Value("${crosscare.drain}") Duration drain) {
        return new Draining(drain);
    }

    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return StrictJson::configure;
    }

    @Bean
    ProblemHandler problemHandler(JsonMapper json, Traces traces, MeterRegistry meters) {
        return new ProblemHandler(json, traces, meters);
    }

    /** In the place of the one that Spring Boot sets, whose customizer comes first. */
    @Bean
    @Order
    CodecCustomizer tellingJsonDecoder(JsonMapper json) {
        return codecs -> codecs.defaultCodecs().jacksonJsonDecoder(new TellingJsonDecoder(json));
    }

    @Bean
    WebFluxRegistrations knownParameters() {
        return new WebFluxRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new KnownParameters();
            }
        };
    }

    /** Callers of a service come with an internal token. */
    @AutoConfiguration
    @ConditionalOnProperty(name = "crosscare.internal-callers", matchIfMissing = true)
    public static class InternalCallers {

        @Bean
        CallerWebFilter callerWebFilter(ServiceKeys keys, Clock clock) {
            return new CallerWebFilter(new InternalTokenVerifier(keys.trusted(), clock));
        }

        @Bean
        ArrivalWebFilter arrivalWebFilter() {
            return new ArrivalWebFilter();
        }

        @Bean
        WebFluxConfigurer callerArguments() {
            return new WebFluxConfigurer() {
                @Override
                public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
                    resolvers.addCustomResolver(new CallerArgumentResolver());
                }
            };
        }
    }
}
