package io.crosscare.registry;

import io.crosscare.chassis.testing.contract.AsyncApiContract;
import io.crosscare.chassis.testing.contract.ServiceEvents;
import io.crosscare.registry.directory.PublishedAgency;
import io.crosscare.registry.directory.PublishedConnectivity;
import io.crosscare.registry.directory.PublishedInstitution;
import io.crosscare.registry.directory.PublishedTopics;
import io.crosscare.registry.kafka.TakeFilings;
import io.crosscare.registry.upload.PublishedUpload;
import java.util.List;
import java.util.Map;

/** The topics of this service as consumers read of them. */
class AsyncApiTest implements AsyncApiContract {

    @Override
    public ServiceEvents events() {
        return new ServiceEvents("registry", "hospital-registry-service", List.of(TakeFilings.TOPIC))
                .publishing(
                        PublishedUpload.TOPIC,
                        PublishedUpload.class,
                        Map.of("filing-upload", List.of("registry.filing-upload.v1")))
                .publishing(
                        PublishedTopics.INSTITUTION,
                        PublishedInstitution.class,
                        Map.of(
                                "institution",
                                List.of(
                                        "registry.institution.v1",
                                        "registry.institution.v1-without-level",
                                        "registry.institution.v1-suspended")))
                .publishing(
                        PublishedTopics.CONNECTIVITY,
                        PublishedConnectivity.class,
                        Map.of(
                                "connectivity",
                                List.of("registry.connectivity.v1", "registry.connectivity.v1-not-connected")))
                .publishing(
                        PublishedTopics.AGENCY, PublishedAgency.class, Map.of("agency", List.of("registry.agency.v1")));
    }

    @Override
    public String file() {
        return "docs/api/hospital-registry-service.events.json";
    }
}
