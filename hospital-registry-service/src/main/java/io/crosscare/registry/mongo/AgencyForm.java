package io.crosscare.registry.mongo;

import io.crosscare.chassis.event.Topic;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.registry.directory.PublishedAgency;
import io.crosscare.registry.directory.PublishedTopics;
import io.crosscare.registry.model.Agency;
import io.crosscare.registry.model.Hotline;
import io.crosscare.registry.model.Versioned;
import io.crosscare.registry.mongo.AgencyDocument.HotlineDocument;
import java.time.Instant;

final class AgencyForm implements RegisterForm<Agency, AgencyDocument> {

    static final String COLLECTION = "agencies";

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public Class<AgencyDocument> documentType() {
        return AgencyDocument.class;
    }

    @Override
    public Topic topic() {
        return PublishedTopics.AGENCY;
    }

    @Override
    public String idOf(Agency agency) {
        return agency.region().value();
    }

    @Override
    public Object body(Versioned<Agency> stored, Instant changedAt) {
        return PublishedAgency.of(stored);
    }

    @Override
    public AgencyDocument write(Agency agency, long version, Instant changedAt) {
        return new AgencyDocument(
                idOf(agency),
                agency.name(),
                agency.address(),
                agency.phone(),
                agency.city(),
                agency.note(),
                agency.source(),
                agency.hotlines().stream()
                        .map(hotline -> new HotlineDocument(hotline.topic(), hotline.phone(), hotline.source()))
                        .toList(),
                version,
                changedAt,
                true);
    }

    @Override
    public Agency read(AgencyDocument document) {
        return new Agency(
                new RegionCode(document.id()),
                document.name(),
                document.address(),
                document.phone(),
                document.city(),
                document.note(),
                document.source(),
                document.hotlines().stream()
                        .map(hotline -> new Hotline(hotline.topic(), hotline.phone(), hotline.source()))
                        .toList());
    }
}
