package io.crosscare.registry.model;

import io.crosscare.chassis.region.RegionCode;
import java.time.LocalDate;

/** Is this kind of care open for this person there on this day? Regions are pooling regions. */
public record ConnectionQuestion(
        RegionCode insuredRegion, RegionCode careRegion, ServiceType serviceType, InsurancePlan plan, LocalDate on) {

    /** The same question between two other regions. */
    public ConnectionQuestion between(RegionCode insured, RegionCode care) {
        return new ConnectionQuestion(insured, care, serviceType, plan, on);
    }
}
