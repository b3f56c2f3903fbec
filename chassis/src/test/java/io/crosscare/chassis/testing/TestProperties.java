package io.crosscare.chassis.testing;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Points a service under {@code @SpringBootTest} to the stores and keys of the tests:
 * {@code @ContextConfiguration(initializers = TestProperties.class)}.
 */
public final class TestProperties implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment().addActiveProfile("test");
        TestPropertyValues.of(
                        "crosscare.mongo.uri=" + TestStores.mongoUri(),
                        "spring.kafka.bootstrap-servers=" + TestStores.kafka(),
                        "crosscare.keys.directory=" + TestKeys.directory(),
                        "crosscare.drain=0s",
                        "management.server.port=0",
                        "server.address=127.0.0.1")
                .applyTo(context);
    }
}
