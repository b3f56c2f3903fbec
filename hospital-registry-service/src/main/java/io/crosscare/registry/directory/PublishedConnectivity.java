package io.crosscare.registry.directory;

import io.crosscare.registry.model.ConnectivityRow;
import io.crosscare.registry.model.Versioned;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connectivity row as the doors answer it and as {@code registry.connectivity.v1} carries it: one form.
 *
 * @param id 行标识 · of the row: the two regions, the kind of care and the direction
 * @param insuredRegion 参保地 · a region, or {@code *} for all regions of other provinces
 * @param careRegion 就医地 · a region, or {@code *} for all regions of other provinces
 * @param serviceTypes 服务类别 · {@link io.crosscare.registry.model.ServiceType}
 * @param plans 适用险种 · {@link io.crosscare.registry.model.InsurancePlan}
 * @param direction {@link io.crosscare.registry.model.Direction}
 * @param from 开通日 · first day on which it holds, a day in China; absent where the source names none
 * @param status {@link io.crosscare.registry.model.ConnectivityStatus}
 * @param plansMark 险种的出处标记 · how the plans are known
 * @param fromMark 日期的出处标记 · how the first day is known
 */
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
