package io.crosscare.settlement.catalogue.web;

import io.crosscare.settlement.catalogue.CatalogueVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of catalogue versions, by region and first day.
 *
 * @param items 本页 · the versions
 */
record CatalogueVersionsResponse(
        List<CatalogueVersionResponse> items, @Nullable String nextCursor) {

    /** The page of so many that follows a version. */
    static CatalogueVersionsResponse page(List<CatalogueVersion> all, @Nullable String after, int limit) {
        int from = 0;
        for (int i = 0; after != null && i < all.size(); i++) {
            if (all.get(i).hash().equals(after)) {
                from = i + 1;
            }
        }
        List<CatalogueVersion> shown = all.subList(from, Math.min(from + limit, all.size()));
        boolean hasMore = from + shown.size() < all.size();
        return new CatalogueVersionsResponse(
                shown.stream().map(CatalogueVersionResponse::of).toList(),
                hasMore ? shown.getLast().hash() : null);
    }
}
