package io.crosscare.settlement.chain;

import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.External;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a payment that the insured region's core system made.
 *
 * @param coreNumber 核心系统业务号 · the core's own number of the payment
 * @param sequence 序号 · its place among the person's externals, from 1 without gaps
 * @param manner 支付方式 · {@link io.crosscare.settlement.chain.model.External.Manner}
 * @param occurredOn 发生日 · day of the care, a day in China
 * @param serviceType {@link io.crosscare.settlement.benefit.model.ServiceType}
 */
public record ExternalStatement(
        String coreNumber, long sequence, String manner, LocalDate occurredOn, String serviceType) {

    static @Nullable ExternalStatement in(Entry entry) {
        return entry instanceof External external
                ? new ExternalStatement(
                        external.payment().coreNumber(),
                        external.payment().sequence(),
                        external.payment().manner().name(),
                        external.payment().occurredOn(),
                        external.payment().serviceType().name())
                : null;
    }
}
