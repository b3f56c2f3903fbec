package io.crosscare.correction.desk.kafka;

import io.crosscare.chassis.testing.contract.AsyncApiContract;
import io.crosscare.chassis.testing.contract.ServiceEvents;
import io.crosscare.correction.chain.kafka.SettlementTopic;
import java.util.List;
import java.util.Map;

/** The topics of this service as consumers read of them. */
class AsyncApiTest implements AsyncApiContract {

    @Override
    public ServiceEvents events() {
        return new ServiceEvents(
                        "correction",
                        "error-correction-service",
                        List.of(SettlementTopic.TOPIC, RefusalTopic.TOPIC, FilingTopic.TOPIC))
                .publishing(
                        CaseOutbox.TOPIC,
                        CaseOutbox.CaseMessage.class,
                        Map.of(
                                "case-opened", List.of("correction.case.v1-opened"),
                                "case-commented", List.of("correction.case.v1-commented"),
                                "case-resolved", List.of("correction.case.v1-resolved"),
                                "case-reopened", List.of("correction.case.v1-reopened")));
    }

    @Override
    public String file() {
        return "docs/api/error-correction-service.events.json";
    }
}
