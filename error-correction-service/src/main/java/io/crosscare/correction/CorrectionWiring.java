package io.crosscare.correction;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.event.EventHandler;
import io.crosscare.chassis.event.Topic;
import io.crosscare.chassis.mongo.Index;
import io.crosscare.chassis.mongo.Indexes;
import io.crosscare.correction.refusal.RecordRefusal;
import io.crosscare.correction.refusal.Refusals;
import io.crosscare.correction.refusal.kafka.RefusalTopic;
import io.crosscare.correction.refusal.mongo.MongoRefusals;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of this service and how they fit. */
@Configuration(proxyBeanMethods = false)
class CorrectionWiring {

    @Bean
    Indexes indexes() {
        return new Indexes(List.of(Index.on(MongoRefusals.COLLECTION, "personId")));
    }

    @Bean
    Topic refusalTopic() {
        return RefusalTopic.TOPIC;
    }

    @Bean
    Refusals refusals(MongoDatabase database) {
        return new MongoRefusals(database);
    }

    @Bean
    RecordRefusal recordRefusal(Refusals refusals) {
        return new RecordRefusal(refusals);
    }

    @Bean
    EventHandler refusalHandler(RecordRefusal recordRefusal, MeterRegistry meters) {
        return new RefusalTopic(recordRefusal, meters);
    }
}
