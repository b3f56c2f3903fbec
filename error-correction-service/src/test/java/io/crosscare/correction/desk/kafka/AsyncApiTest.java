package io.crosscare.correction.desk.kafka;

import io.crosscare.chassis.agency.kafka.KeepAgencies;
import io.crosscare.chassis.testing.contract.AsyncApiContract;
import io.crosscare.chassis.testing.contract.ServiceEvents;
import io.crosscare.correction.chain.kafka.SettlementTopic;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The topics of this service as consumers read of them. */
class AsyncApiTest implements AsyncApiContract {

    @Override
    public ServiceEvents events() {
        return new ServiceEvents(
                        "correction",
                        "error-correction-service",
                        List.of(
                                SettlementTopic.TOPIC,
                                RefusalTopic.REFUSALS,
                                RefusalTopic.INTERRUPTIONS,
                                FilingTopic.TOPIC,
                                KeepAgencies.TOPIC,
                                PersonTopic.TOPIC,
                                InstitutionTopic.TOPIC,
                                ConnectivityTopic.TOPIC,
                                UploadTopic.TOPIC))
                .publishing(
                        CaseOutbox.TOPIC,
                        CaseOutbox.CaseMessage.class,
                        Stream.of(
                                        "opened",
                                        "commented",
                                        "resolved",
                                        "reopened",
                                        "assigned",
                                        "returned",
                                        "escalated",
                                        "sent-outside",
                                        "reminded",
                                        "overdue",
                                        "cause-gone")
                                .collect(Collectors.toMap(
                                        step -> "case-" + step, step -> List.of("correction.case.v1-" + step))));
    }

    @Override
    public String file() {
        return "docs/api/error-correction-service.events.json";
    }
}
