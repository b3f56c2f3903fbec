package io.crosscare.chassis.autoconfigure;

import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.observability.CurrentObservation;
import io.crosscare.chassis.observability.Traces;
import io.crosscare.chassis.run.PeriodicTask;
import io.crosscare.chassis.run.StartupTask;
import io.crosscare.chassis.run.TaskRunner;
import io.crosscare.chassis.security.InternalTokens;
import io.crosscare.chassis.security.KeyCustody;
import io.crosscare.chassis.time.ChinaTime;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** What every process has: a clock, ids, its signing key, its trace, its tasks. */
@AutoConfiguration
@EnableConfigurationProperties(ServiceKeys.class)
public class BaseAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return ChinaTime.systemClock();
    }

    @Bean
    @ConditionalOnMissingBean
    RandomIds randomIds() {
        return RandomIds.secure();
    }

    @Bean
    @ConditionalOnMissingBean
    InternalTokens internalTokens(
            @Value("${spring.application.name}") String name, ServiceKeys keys, Clock clock, Environment environment) {
        if (!environment.matchesProfiles("local", "test")) {
            KeyCustody.require(keys.directory(), name);
        }
        return new InternalTokens(name, keys.own(name), clock);
    }

    @Bean
    @ConditionalOnMissingBean
    Traces traces(ObjectProvider<Tracer> tracer, ObjectProvider<ObservationRegistry> observations) {
        observations.ifAvailable(CurrentObservation::carry);
        return new Traces(tracer.getIfAvailable(() -> Tracer.NOOP));
    }

    @Bean
    TaskRunner taskRunner(
            ObjectProvider<StartupTask> startupTasks,
            ObjectProvider<PeriodicTask> periodicTasks,
            MeterRegistry meters) {
        return new TaskRunner(
                startupTasks.stream().toList(), periodicTasks.stream().toList(), meters);
    }
}
