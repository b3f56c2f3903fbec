package io.crosscare.chassis.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.testing.TestKeys;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** A process refuses the keys of one machine at its start, wherever it is not told that it is on one. */
class StartRefusalTest {

    private final ApplicationContextRunner process = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(BaseAutoConfiguration.class))
            .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
            .withPropertyValues("spring.application.name=filing", "crosscare.keys.directory=" + TestKeys.directory());

    @Test
    void refusesInContainers() {
        process.withPropertyValues("spring.profiles.active=docker")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContainingAll("拒绝启动", "refusing to start"));
    }

    @Test
    void refusesWithoutAProfile() {
        process.run(context -> assertThat(context).hasFailed());
    }

    @Test
    void startsOnOneMachine() {
        process.withPropertyValues("spring.profiles.active=local")
                .run(context -> assertThat(context).hasNotFailed());
    }
}
