package io.crosscare.chassis.agency;

import io.crosscare.chassis.region.RegionCode;
import org.jspecify.annotations.Nullable;

/** The medical insurance agency of a region, as far as others need it: who it is, and at which phone. */
public record Agency(
        RegionCode region, String name, @Nullable String phone, long version) {}
