package io.crosscare.settlement.catalogue;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.CatalogueItem;
import io.crosscare.settlement.benefit.model.ItemClass;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Finds versions and items for people who look something up. */
public final class CatalogueSearch {

    private final Catalogues catalogues;

    public CatalogueSearch(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    /**
     * Which items are wanted; null is any.
     *
     * @param part of the name, whatever its case
     * @param prefix of the code
     * @param after items whose code comes later
     */
    public record Query(
            @Nullable String part,
            @Nullable String prefix,
            @Nullable ItemClass itemClass,
            @Nullable String after) {

        private boolean matches(CatalogueItem item) {
            return (after == null || item.code().compareTo(after) > 0)
                    && (prefix == null || item.code().startsWith(prefix))
                    && (itemClass == null || item.itemClass() == itemClass)
                    && (part == null || item.name().toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT)));
        }
    }

    /**
     * Versions in reading order.
     *
     * @param on only what is in force that day; for a region also its city's or province's where it has none itself
     */
    public Mono<List<CatalogueVersion>> versions(@Nullable RegionCode region, @Nullable LocalDate on) {
        if (on == null) {
            return catalogues
                    .versions()
                    .filter(version ->
                            region == null || version.facts().region().equals(region))
                    .collectList();
        }
        if (region != null) {
            return catalogues.findVersion(region, on).map(List::of).defaultIfEmpty(List.of());
        }
        return catalogues
                .versions()
                .map(version -> version.facts().region())
                .distinct()
                .concatMap(owner -> catalogues
                        .findVersion(owner, on)
                        .filter(version -> version.facts().region().equals(owner)))
                .collectList();
    }

    /** The first so many items by code; empty where there is no such version. */
    public Mono<List<CatalogueItem>> items(String hash, Query query, int limit) {
        return catalogues
                .byHash(hash)
                .publishOn(Schedulers.boundedElastic())
                .map(published -> published.catalogue().items().values().stream()
                        .filter(query::matches)
                        .sorted(Comparator.comparing(CatalogueItem::code))
                        .limit(limit)
                        .toList());
    }
}
