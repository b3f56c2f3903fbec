package io.crosscare.settlement.benefit.model;

import io.crosscare.chassis.region.RegionCode;

/** Whose catalogue says what is covered (Z 四; domain.md §1 facts 12 and 13, §3.3). */
public enum CatalogueOwner {
    INSURED_REGION,
    INSURED_PROVINCE,
    CARE_REGION;

    public RegionCode regionFor(Circumstances circumstances) {
        return switch (this) {
            case INSURED_REGION -> circumstances.insuredRegion();
            case INSURED_PROVINCE -> circumstances.insuredRegion().province();
            case CARE_REGION -> circumstances.careRegion();
        };
    }
}
