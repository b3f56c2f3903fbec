package io.crosscare.registry.model;

import io.crosscare.chassis.region.RegionCode;
import org.jspecify.annotations.Nullable;

/** Which rows are wanted: those that speak of these regions, this care and this plan; null excludes none. */
public record ConnectivityQuery(
        @Nullable RegionCode insuredRegion,
        @Nullable RegionCode careRegion,
        @Nullable ServiceType serviceType,
        @Nullable InsurancePlan plan) {

    public boolean matches(ConnectivityRow row) {
        return (insuredRegion == null || speaksOf(row.insuredRegion(), insuredRegion))
                && (careRegion == null || speaksOf(row.careRegion(), careRegion))
                && (serviceType == null || row.serviceType() == serviceType.connection())
                && (plan == null || row.plans().contains(plan));
    }

    private static boolean speaksOf(RegionScope scope, RegionCode region) {
        return switch (scope) {
            case RegionScope.Within(var within) -> within.contains(region);
            case RegionScope.OtherProvinces _ -> true;
        };
    }
}
