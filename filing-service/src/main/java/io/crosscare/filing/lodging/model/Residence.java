package io.crosscare.filing.lodging.model;

import io.crosscare.chassis.region.RegionCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a person lives elsewhere, as the application states it.
 *
 * @param awaySince first day away from the insured region, without a break since; null where it is not stated
 * @param householdRegistration as the paper shown says it; null: as the insured region's core system has it
 */
public record Residence(
        ResidenceGround ground,
        @Nullable LocalDate awaySince,
        @Nullable RegionCode householdRegistration) {}
