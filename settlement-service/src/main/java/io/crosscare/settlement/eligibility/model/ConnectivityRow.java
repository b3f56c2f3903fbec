package io.crosscare.settlement.eligibility.model;

import io.crosscare.settlement.benefit.model.InsurancePlan;
import io.crosscare.settlement.benefit.model.ServiceType;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One statement on whether persons insured in one region settle some kind of care directly in another.
 *
 * @param from first day, null when open on every date
 * @param status only {@code OPEN} connects
 */
public record ConnectivityRow(
        String id,
        RegionScope insuredRegion,
        RegionScope careRegion,
        Set<ServiceType> serviceTypes,
        Set<InsurancePlan> plans,
        Direction direction,
        @Nullable LocalDate from,
        String status,
        long version)
        implements CopiedRecord {

    private static final String OPEN = "OPEN";

    public ConnectivityRow {
        serviceTypes = Set.copyOf(serviceTypes);
        plans = Set.copyOf(plans);
    }

    boolean isOpen() {
        return status.equals(OPEN);
    }

    boolean hasBegunOn(LocalDate day) {
        return from == null || !day.isBefore(from);
    }

    @Override
    public String recordId() {
        return id;
    }
}
