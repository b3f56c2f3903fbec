package io.crosscare.settlement.eligibility.message;

import io.crosscare.settlement.benefit.model.InsurancePlan;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.eligibility.model.ConnectivityRow;
import io.crosscare.settlement.eligibility.model.Direction;
import io.crosscare.settlement.eligibility.model.RegionScope;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A statement on a connection as the registry publishes it ({@code registry.connectivity.v1}). */
public record ConnectivityMessage(
        String id,
        String insuredRegion,
        String careRegion,
        List<String> serviceTypes,
        @Nullable List<String> plans,
        String direction,
        @Nullable LocalDate from,
        String status,
        long version)
        implements CopiedMessage {

    @Override
    public ConnectivityRow toFacts() {
        List<String> given = plans == null ? List.of() : plans;
        return new ConnectivityRow(
                Objects.requireNonNull(id, "id"),
                RegionScope.parse(insuredRegion),
                RegionScope.parse(careRegion),
                serviceTypes.stream().map(ServiceType::valueOf).collect(Collectors.toSet()),
                given.stream().map(InsurancePlan::valueOf).collect(Collectors.toSet()),
                Direction.valueOf(direction),
                from,
                Objects.requireNonNull(status, "status"),
                version);
    }
}
