package io.crosscare.registry.model;

import io.crosscare.chassis.region.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * A region of the registry.
 *
 * @param poolingRegion where people who live under this code are insured; null for a province, which holds several
 * @param isHosted whether its filings and policies are in this installation (design.md §2.1)
 * @param standard where the code comes from, as stated in the code table
 */
public record Region(
        RegionCode code,
        String name,
        RegionKind kind,
        @Nullable RegionCode poolingRegion,
        boolean isHosted,
        String standard) {}
