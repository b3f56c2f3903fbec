package io.crosscare.settlement;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.event.Outbox;
import io.crosscare.chassis.event.Relay;
import io.crosscare.chassis.mongo.Indexes;
import io.crosscare.chassis.observability.Traces;
import io.crosscare.settlement.interruption.Interruptions;
import io.crosscare.settlement.interruption.TellInterruption;
import io.crosscare.settlement.interruption.kafka.InterruptionOutbox;
import io.crosscare.settlement.interruption.mongo.MongoInterruptions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How faults that stopped a settlement are told. */
@Configuration(proxyBeanMethods = false)
class InterruptionWiring {

    @Bean
    Interruptions interruptions(MongoDatabase database) {
        return new MongoInterruptions(database);
    }

    @Bean
    TellInterruption tellInterruption(
            Interruptions interruptions, MeterRegistry meters, Relay relay, Traces traces, Clock clock) {
        return new TellInterruption(interruptions, meters, relay::kick, traces::traceparent, clock);
    }

    @Bean
    Outbox interruptionOutbox(Interruptions interruptions) {
        return new InterruptionOutbox(interruptions);
    }

    @Bean
    Indexes interruptionIndexes() {
        return new Indexes(MongoInterruptions.indexes());
    }
}
