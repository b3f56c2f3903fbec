package io.crosscare.filing.lodging.model;

import io.crosscare.chassis.region.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * Who employs the person, as the application states it.
 *
 * @param insuredRegion where the employer takes part in the insurance
 * @param name null where it is not stated
 */
public record Employer(RegionCode insuredRegion, @Nullable String name) {}
