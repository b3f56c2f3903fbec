package io.crosscare.chassis.autoconfigure;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.connection.TransportSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.crypto.AesGcmCipher;
import io.crosscare.chassis.crypto.BlindIndex;
import io.crosscare.chassis.crypto.FieldCipher;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.mongo.CommandMeters;
import io.crosscare.chassis.mongo.Indexes;
import io.crosscare.chassis.mongo.MongoProperties;
import io.crosscare.chassis.run.StartupTask;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import reactor.core.publisher.Flux;

/**
 * The service's own database. Reads and writes are at majority and journaled: an answer states only what is durable. The
 * transport is Netty's, whose threads see the application's classes also under {@code java -jar}.
 */
@AutoConfiguration(after = BaseAutoConfiguration.class)
@ConditionalOnProperty("crosscare.mongo.database")
@EnableConfigurationProperties(MongoProperties.class)
public class MongoAutoConfiguration {

    @Bean
    MongoClient mongoClient(MongoProperties properties, MeterRegistry meters) {
        MongoClientSettings settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(properties.uri()))
                .applyToConnectionPoolSettings(pool -> pool.maxSize(properties.connectionsMax()))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(3, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(2, TimeUnit.SECONDS)
                        .readTimeout(properties.timeout().toMillis(), TimeUnit.MILLISECONDS))
                .addCommandListener(CommandMeters.on(meters))
                .transportSettings(TransportSettings.nettyBuilder().build())
                .readConcern(ReadConcern.MAJORITY)
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .build();
        return MongoClients.create(settings);
    }

    @Bean
    MongoDatabase mongoDatabase(MongoClient client, MongoProperties properties) {
        return client.getDatabase(properties.database());
    }

    @Bean
    StartupTask indexesStartupTask(MongoDatabase database, ObjectProvider<Indexes> indexes) {
        return new StartupTask(
                "indexes",
                StartupTask.INDEXES,
                () -> Flux.fromStream(indexes.stream())
                        .concatMap(one -> one.create(database))
                        .then());
    }

    @Bean
    DocumentStoreHealth documentStoreHealthIndicator(MongoDatabase database) {
        return new DocumentStoreHealth(database);
    }

    @Bean
    @Lazy
    FieldCipher fieldCipher(ServiceKeys keys, RandomIds random) {
        return new AesGcmCipher(keys.secret("data.key"), random);
    }

    @Bean
    @Lazy
    BlindIndex blindIndex(ServiceKeys keys) {
        return new BlindIndex(keys.secret("index.key"));
    }
}
