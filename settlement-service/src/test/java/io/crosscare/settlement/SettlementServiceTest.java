package io.crosscare.settlement;

import io.crosscare.chassis.testing.TestProperties;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole service on the stores of the tests, beside {@link Neighbours}; all classes with it share one. Without the nightly
 * audit, which would be begun where the tests run in its hour.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"crosscare.mongo.database=settlement_test", "crosscare.settlement.audit.nightly=false"})
@ContextConfiguration(initializers = {TestProperties.class, Neighbours.Properties.class})
@interface SettlementServiceTest {}
