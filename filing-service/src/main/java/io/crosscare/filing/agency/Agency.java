package io.crosscare.filing.agency;

import io.crosscare.chassis.region.RegionCode;
import org.jspecify.annotations.Nullable;

/** The medical insurance agency of a region, as far as a refusal needs it. */
public record Agency(
        RegionCode region, String name, @Nullable String phone, long version) {}
