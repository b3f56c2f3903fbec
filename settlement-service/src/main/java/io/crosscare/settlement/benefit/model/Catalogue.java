package io.crosscare.settlement.benefit.model;

import io.crosscare.chassis.region.RegionCode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A version of a region's catalogue: which items are covered, and how (Z 四(一), (二)). What it does not list is outside the
 * benefit package. Immutable.
 *
 * @param confidence {@link Confidence#ASSUMED} for a sample, which the sheet then says
 */
public record Catalogue(
        RegionCode region,
        Wording title,
        LocalDate effectiveFrom,
        Confidence confidence,
        String source,
        Map<String, CatalogueItem> items) {

    public Catalogue {
        // Codes are runs of numbers; Map.copyOf places their hashes side by side and would search through most of a
        // run.
        items = Collections.unmodifiableMap(new HashMap<>(items));
    }

    public Optional<CatalogueItem> find(String code) {
        return Optional.ofNullable(items.get(code));
    }
}
