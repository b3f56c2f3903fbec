package io.crosscare.chassis.mongo;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the service's documents are.
 *
 * @param uri connection string
 * @param database the service's own database (design.md §6)
 * @param connectionsMax connections at most
 * @param timeout for one operation as a whole; afterwards its outcome is unknown
 */
@ConfigurationProperties("crosscare.mongo")
public record MongoProperties(
        @DefaultValue("mongodb://127.0.0.1:8100/") String uri,
        String database,
        @DefaultValue("100") int connectionsMax,
        @DefaultValue("10s") Duration timeout) {}
