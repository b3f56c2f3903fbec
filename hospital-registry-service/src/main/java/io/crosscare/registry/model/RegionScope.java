package io.crosscare.registry.model;

import io.crosscare.chassis.region.RegionCode;

/** The regions on one side of a connection or capability: one region with what lies inside it, or all other provinces. */
public sealed interface RegionScope {

    /** How {@link OtherProvinces} is written. */
    String ANY = "*";

    /** A region and everything inside it. */
    record Within(RegionCode region) implements RegionScope {}

    /** Every region that is not in the province of the other side. */
    record OtherProvinces() implements RegionScope {}

    /**
     * Reads a region code or {@code *}.
     *
     * @throws IllegalArgumentException for anything else
     */
    static RegionScope parse(String text) {
        return text.equals(ANY) ? new OtherProvinces() : new Within(new RegionCode(text));
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

    /** Higher is more specific: a district before its city, a city before its province, any before {@code *}. */
    default int specificity() {
        return switch (this) {
            case Within within when within.region().isProvince() -> 1;
            case Within within when within.region().equals(within.region().city()) -> 2;
            case Within _ -> 3;
            case OtherProvinces _ -> 0;
        };
    }

    /** A region code or {@code *}. */
    default String text() {
        return switch (this) {
            case Within within -> within.region().value();
            case OtherProvinces _ -> ANY;
        };
    }
}
