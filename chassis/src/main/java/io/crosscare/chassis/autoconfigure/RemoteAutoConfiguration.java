package io.crosscare.chassis.autoconfigure;

import io.crosscare.chassis.remote.RemoteCalls;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** Calls to neighbours, where the service has breakers configured. */
@AutoConfiguration(
        afterName = "io.github.resilience4j.springboot.circuitbreaker.autoconfigure.CircuitBreakerAutoConfiguration")
@ConditionalOnBean(CircuitBreakerRegistry.class)
public class RemoteAutoConfiguration {

    @Bean
    RemoteCalls remoteCalls(
            CircuitBreakerRegistry breakers, @Value("${crosscare.remote.deadline:2s}") Duration deadline) {
        return new RemoteCalls(breakers, deadline);
    }
}
