package io.crosscare.filing.insured;

import io.crosscare.chassis.region.RegionCode;
import java.util.Set;

/** The pooling regions whose persons and filings are kept here; all others are remote (design.md §2.1). */
public record HostedRegions(Set<RegionCode> regions) {

    public HostedRegions {
        regions = Set.copyOf(regions);
    }

    public boolean contains(RegionCode insuredRegion) {
        return regions.contains(insuredRegion);
    }
}
