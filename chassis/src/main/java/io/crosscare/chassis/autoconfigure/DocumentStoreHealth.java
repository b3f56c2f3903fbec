package io.crosscare.chassis.autoconfigure;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import org.bson.Document;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import reactor.core.publisher.Mono;

/** Whether the store answers; without it a service can do nothing. */
final class DocumentStoreHealth implements ReactiveHealthIndicator {

    private static final Duration DEADLINE = Duration.ofSeconds(2);

    private final MongoDatabase database;

    DocumentStoreHealth(MongoDatabase database) {
        this.database = database;
    }

    @Override
    public Mono<Health> health() {
        return Mono.from(database.runCommand(new Document("ping", 1)))
                .timeout(DEADLINE)
                .map(_ -> Health.up().withDetail("database", database.getName()).build())
                .onErrorResume(error -> Mono.just(Health.down()
                        .withDetail("database", database.getName())
                        .withDetail("error", error.getClass().getSimpleName())
                        .build()));
    }
}
