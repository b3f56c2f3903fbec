package io.crosscare.settlement.direct.kafka;

import io.crosscare.chassis.testing.contract.AsyncApiContract;
import io.crosscare.chassis.testing.contract.ServiceEvents;
import io.crosscare.settlement.chain.EntryStatement;
import io.crosscare.settlement.eligibility.CopiedTopic;
import io.crosscare.settlement.interruption.kafka.InterruptionOutbox;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The topics of this service as consumers read of them. */
class AsyncApiTest implements AsyncApiContract {

    @Override
    public ServiceEvents events() {
        return new ServiceEvents(
                        "settlement",
                        "settlement-service",
                        Arrays.stream(CopiedTopic.values())
                                .map(CopiedTopic::topic)
                                .toList())
                .publishing(
                        EntryOutbox.TOPIC,
                        EntryStatement.class,
                        Map.of(
                                "opening-recorded", List.of("settlement.settlement.v1-opened"),
                                "account-credited", List.of("settlement.settlement.v1-credited"),
                                "external-recorded", List.of("settlement.settlement.v1-external"),
                                "chain-closed", List.of("settlement.settlement.v1-closed"),
                                "bill-settled", List.of("settlement.settlement.v1-settled"),
                                "settlement-cancelled", List.of("settlement.settlement.v1-cancelled"),
                                "settlement-reversed", List.of("settlement.settlement.v1-reversed"),
                                "settlement-adjusted", List.of("settlement.settlement.v1-adjusted"),
                                "key-voided", List.of("settlement.settlement.v1-voided")))
                .publishing(
                        RefusalOutbox.TOPIC,
                        RefusalOutbox.RefusalMessage.class,
                        Map.of("refusal", List.of("settlement.refusal.v1", "settlement.refusal.v1-stay")))
                .publishing(
                        InterruptionOutbox.TOPIC,
                        InterruptionOutbox.InterruptionMessage.class,
                        Map.of(
                                "interruption",
                                List.of(
                                        "settlement.interruption.v1",
                                        "settlement.interruption.v1-preview",
                                        "settlement.interruption.v1-registration",
                                        "settlement.interruption.v1-unknown")));
    }

    @Override
    public String file() {
        return "docs/api/settlement-service.events.json";
    }
}
