package io.crosscare.correction.agency;

import io.crosscare.chassis.region.RegionCode;
import org.jspecify.annotations.Nullable;

/** The medical insurance agency of a region, as far as the desk needs it: whom a case is passed to, and at which phone. */
public record Agency(
        RegionCode region, String name, @Nullable String phone, long version) {}
