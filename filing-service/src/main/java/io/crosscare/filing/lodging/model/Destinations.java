package io.crosscare.filing.lodging.model;

import io.crosscare.chassis.region.RegionCode;
import java.util.Set;

/**
 * Destinations of filings. A destination is a pooling region, or a province for all of its own (domain.md §1.4): a district of a
 * municipality or of a city pools with it, while counties and cities of a county's rank may pool for themselves and stand as
 * they are.
 */
public final class Destinations {

    /** GB/T 2260: Taiwan, Hong Kong and Macao, which are outside the mainland's medical insurance. */
    private static final Set<String> OUTSIDE_THE_INSURANCE = Set.of("71", "81", "82");

    /** Cities of a county's rank directly under a province, such as 429004: none of them is a district. */
    private static final String DIRECTLY_UNDER_THE_PROVINCE = "90";

    private static final int DISTRICTS_MAX = 20;

    /** Development zones in the codes of the statistics bureau, such as 321171. */
    private static final int ZONES_MIN = 71;

    private static final int ZONES_MAX = 80;

    private Destinations() {}

    /** The pooling region of the place that somebody names. */
    public static RegionCode poolingRegionOf(RegionCode place) {
        if (place.isMunicipality()) {
            return place.province();
        }
        return isDistrict(place) ? place.city() : place;
    }

    /** Whether persons settle directly there at all. */
    static boolean isInTheInsurance(RegionCode place) {
        return !OUTSIDE_THE_INSURANCE.contains(place.value().substring(0, 2));
    }

    private static boolean isDistrict(RegionCode place) {
        int number = Integer.parseInt(place.value().substring(4));
        boolean isInACity = !place.value().startsWith(DIRECTLY_UNDER_THE_PROVINCE, 2);
        return isInACity && ((number >= 1 && number <= DISTRICTS_MAX) || (number >= ZONES_MIN && number <= ZONES_MAX));
    }
}
