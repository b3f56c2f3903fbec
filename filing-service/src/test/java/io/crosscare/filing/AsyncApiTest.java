package io.crosscare.filing;

import io.crosscare.chassis.agency.kafka.KeepAgencies;
import io.crosscare.chassis.testing.contract.AsyncApiContract;
import io.crosscare.chassis.testing.contract.ServiceEvents;
import io.crosscare.filing.insured.kafka.InsuredPersonMessages;
import io.crosscare.filing.insured.kafka.InsuredPersonOutbox;
import io.crosscare.filing.lodging.kafka.FilingMessages;
import io.crosscare.filing.lodging.kafka.FilingOutbox;
import io.crosscare.filing.lodging.kafka.KeepInstitutionLevels;
import java.util.List;
import java.util.Map;

/** The topics of this service as consumers read of them. */
class AsyncApiTest implements AsyncApiContract {

    @Override
    public ServiceEvents events() {
        return new ServiceEvents("filing", "filing-service", List.of(KeepAgencies.TOPIC, KeepInstitutionLevels.TOPIC))
                .publishing(
                        FilingOutbox.TOPIC,
                        FilingMessages.body(),
                        Map.of("filing", List.of("filing.filing.v1", "filing.filing.v1-ended")))
                .publishing(
                        InsuredPersonOutbox.TOPIC,
                        InsuredPersonMessages.body(),
                        Map.of(
                                "insured-person",
                                List.of("filing.insured-person.v1", "filing.insured-person.v1-entitled")));
    }

    @Override
    public String file() {
        return "docs/api/filing-service.events.json";
    }
}
