package io.crosscare.registry.mongo;

import io.crosscare.chassis.event.Topic;
import io.crosscare.registry.directory.PublishedConnectivity;
import io.crosscare.registry.directory.PublishedTopics;
import io.crosscare.registry.model.ConnectivityRow;
import io.crosscare.registry.model.ConnectivityStatus;
import io.crosscare.registry.model.Direction;
import io.crosscare.registry.model.InsurancePlan;
import io.crosscare.registry.model.Mark;
import io.crosscare.registry.model.RegionScope;
import io.crosscare.registry.model.ServiceType;
import io.crosscare.registry.model.Versioned;
import java.time.Instant;
import java.time.LocalDate;

final class ConnectivityForm implements RegisterForm<ConnectivityRow, ConnectivityDocument> {

    static final String COLLECTION = "connectivity";

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public Class<ConnectivityDocument> documentType() {
        return ConnectivityDocument.class;
    }

    @Override
    public Topic topic() {
        return PublishedTopics.CONNECTIVITY;
    }

    @Override
    public String idOf(ConnectivityRow row) {
        return row.id();
    }

    @Override
    public Object body(Versioned<ConnectivityRow> stored, Instant changedAt) {
        return PublishedConnectivity.of(stored);
    }

    @Override
    public ConnectivityDocument write(ConnectivityRow row, long version, Instant changedAt) {
        LocalDate from = row.from();
        return new ConnectivityDocument(
                idOf(row),
                row.insuredRegion().text(),
                row.careRegion().text(),
                row.serviceType().name(),
                row.direction().name(),
                row.status().name(),
                row.plans().stream().map(Enum::name).toList(),
                row.plansMark().name(),
                from == null ? null : from.toString(),
                row.fromMark().name(),
                row.note(),
                row.source(),
                version,
                changedAt,
                true);
    }

    @Override
    public ConnectivityRow read(ConnectivityDocument document) {
        String from = document.from();
        return new ConnectivityRow(
                RegionScope.parse(document.insuredRegion()),
                RegionScope.parse(document.careRegion()),
                ServiceType.valueOf(document.serviceType()),
                Direction.valueOf(document.direction()),
                ConnectivityStatus.valueOf(document.status()),
                document.plans().stream().map(InsurancePlan::valueOf).toList(),
                Mark.valueOf(document.plansMark()),
                from == null ? null : LocalDate.parse(from),
                Mark.valueOf(document.fromMark()),
                document.note(),
                document.source());
    }
}
