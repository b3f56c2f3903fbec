package io.crosscare.correction;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.crypto.BlindIndex;
import io.crosscare.chassis.crypto.FieldCipher;
import io.crosscare.chassis.event.ParkedMessageHandler;
import io.crosscare.chassis.mongo.Indexes;
import io.crosscare.chassis.run.PeriodicTask;
import io.crosscare.correction.deadletter.CountDeadLetters;
import io.crosscare.correction.deadletter.DeadLetters;
import io.crosscare.correction.deadletter.WorkOnDeadLetter;
import io.crosscare.correction.deadletter.kafka.KafkaSendAgain;
import io.crosscare.correction.deadletter.kafka.KeepDeadLetters;
import io.crosscare.correction.deadletter.mongo.MongoDeadLetters;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;

/** Dead letters of all services. */
@Configuration(proxyBeanMethods = false)
class DeadLetterWiring {

    @Bean
    DeadLetters deadLetters(MongoDatabase database, FieldCipher cipher) {
        return new MongoDeadLetters(database, cipher);
    }

    @Bean
    Indexes deadLetterIndexes() {
        return new Indexes(MongoDeadLetters.indexes());
    }

    @Bean
    ParkedMessageHandler keepDeadLetters(DeadLetters letters) {
        return new KeepDeadLetters(letters);
    }

    @Bean
    WorkOnDeadLetter workOnDeadLetter(
            DeadLetters letters, KafkaTemplate<String, byte[]> eventTemplate, BlindIndex blindIndex, Clock clock) {
        return new WorkOnDeadLetter(letters, new KafkaSendAgain(eventTemplate), blindIndex, clock);
    }

    @Bean
    PeriodicTask deadLetterCountingTask(DeadLetters letters, MeterRegistry meters, CorrectionProperties properties) {
        CountDeadLetters counting = new CountDeadLetters(letters, meters);
        return new PeriodicTask("count of dead letters", properties.countEvery(), counting::count);
    }
}
