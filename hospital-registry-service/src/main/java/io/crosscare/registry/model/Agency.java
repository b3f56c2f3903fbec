package io.crosscare.registry.model;

import io.crosscare.chassis.region.RegionCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The medical insurance agency of one region: whom a patient, a hospital or another agency turns to. Address and phone are
 * as printed.
 *
 * @param city the city as the source names it, 江苏省本级 for the province's own agency
 * @param note what is odd about the print; null when nothing is
 * @param hotlines further phones of the region
 */
public record Agency(
        RegionCode region,
        String name,
        String address,
        String phone,
        String city,
        @Nullable String note,
        String source,
        List<Hotline> hotlines) {

    public Agency {
        hotlines = List.copyOf(hotlines);
    }
}
