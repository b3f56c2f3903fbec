package io.crosscare.settlement.chain.mongo;

import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.chain.model.External.CorePayment;
import io.crosscare.settlement.chain.model.External.Manner;
import java.time.LocalDate;

/** See {@link CorePayment}. Public for the codec. */
public record ExternalDocument(String coreNumber, long sequence, String manner, String occurredOn, String serviceType) {

    static ExternalDocument of(CorePayment payment) {
        return new ExternalDocument(
                payment.coreNumber(),
                payment.sequence(),
                payment.manner().name(),
                payment.occurredOn().toString(),
                payment.serviceType().name());
    }

    CorePayment toPayment() {
        return new CorePayment(
                coreNumber,
                sequence,
                Manner.valueOf(manner),
                LocalDate.parse(occurredOn),
                ServiceType.valueOf(serviceType));
    }
}
