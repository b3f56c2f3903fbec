package io.crosscare.settlement.eligibility.model;

import io.crosscare.chassis.region.RegionCode;

/** One side of a connection or capability: a region with what lies inside it, or all other provinces. */
public sealed interface RegionScope {

    String ANY = "*";

    record Within(RegionCode region) implements RegionScope {}

    /** Every region outside the province of the other side. */
    record OtherProvinces() implements RegionScope {}

    /** Reads a region code or {@code *}. */
    static RegionScope parse(String text) {
        return text.equals(ANY) ? new OtherProvinces() : new Within(new RegionCode(text));
    }

    /** A region code or {@code *}. */
    default String text() {
        return switch (this) {
            case Within within -> within.region().value();
            case OtherProvinces _ -> ANY;
        };
    }

    /** Whether the region is meant, seen from a region on the other side. */
    default boolean covers(RegionCode region, RegionCode otherSide) {
        return switch (this) {
            case Within within -> within.region().contains(region);
            case OtherProvinces _ -> !region.isSameProvinceAs(otherSide);
        };
    }

    default boolean isExactly(RegionCode region) {
        return this instanceof Within within && within.region().equals(region);
    }

    /** Higher is more specific: a district before its city, a city before its province, any of them before {@code *}. */
    default int specificity() {
        return switch (this) {
            case OtherProvinces _ -> 0;
            case Within within when within.region().isProvince() -> 1;
            case Within within when within.region().equals(within.region().city()) -> 2;
            case Within _ -> 3;
        };
    }
}
