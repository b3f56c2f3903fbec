package io.crosscare.filing;

import io.crosscare.chassis.testing.TestProperties;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** The whole service on the stores of the tests; all classes with it share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "crosscare.mongo.database=filing_test")
@ContextConfiguration(initializers = {TestProperties.class, Neighbours.Addresses.class})
@interface FilingServiceTest {}
