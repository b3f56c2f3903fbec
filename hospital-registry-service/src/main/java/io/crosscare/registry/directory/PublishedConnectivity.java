package io.crosscare.registry.directory;

import io.crosscare.registry.model.ConnectivityRow;
import io.crosscare.registry.model.Versioned;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A connectivity row as the doors answer it and as {@code registry.connectivity.v1} carries it: one form. */
public record PublishedConnectivity(
        String id,
        String insuredRegion,
        String careRegion,
        List<String> serviceTypes,
        List<String> plans,
        String direction,
        @Nullable LocalDate from,
        String status,
        @Nullable String note,
        String source,
        String mark,
        String plansMark,
        String fromMark,
        long version) {

    public static PublishedConnectivity of(Versioned<ConnectivityRow> stored) {
        ConnectivityRow row = stored.value();
        return new PublishedConnectivity(
                row.id(),
                row.insuredRegion().text(),
                row.careRegion().text(),
                List.of(row.serviceType().name()),
                row.plans().stream().map(Enum::name).toList(),
                row.direction().name(),
                row.from(),
                row.status().name(),
                row.note(),
                row.source(),
                row.mark().zh(),
                row.plansMark().zh(),
                row.fromMark().zh(),
                stored.version());
    }
}
