package io.crosscare.settlement.catalogue;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.Catalogue;
import io.crosscare.settlement.document.CanonicalText;
import io.crosscare.settlement.document.Documents;
import io.crosscare.settlement.document.Shelf;
import io.crosscare.settlement.document.StoredText;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Catalogues read from published documents and kept in memory; a version never changes. */
public final class CatalogueShelf implements Catalogues {

    private static final Comparator<PublishedCatalogue> BY_PRECEDENCE = Comparator.comparing(
                    (PublishedCatalogue published) -> published.catalogue().effectiveFrom())
            .thenComparing(PublishedCatalogue::publishedAt)
            .thenComparing(PublishedCatalogue::hash);

    private static final Comparator<PublishedCatalogue> IN_READING_ORDER = Comparator.comparing(
                    (PublishedCatalogue published) -> published.catalogue().region())
            .thenComparing(BY_PRECEDENCE);

    private final Shelf<PublishedCatalogue> shelf;

    public CatalogueShelf(Documents documents) {
        this.shelf = new Shelf<>(documents, CatalogueShelf::read);
    }

    private static PublishedCatalogue read(StoredText stored) {
        Catalogue catalogue = CatalogueReader.read(stored.document());
        return new PublishedCatalogue(
                stored.hash(), catalogue, stored.document().text(), stored.publishedAt());
    }

    @Override
    public Mono<PublishedCatalogue> publish(String document) {
        return Mono.fromCallable(() -> {
                    CanonicalText canonical = new CanonicalText(document);
                    CatalogueReader.read(canonical);
                    return canonical;
                })
                .flatMap(shelf::publish);
    }

    @Override
    public Mono<PublishedCatalogue> find(RegionCode region, LocalDate on) {
        return shelf.choose(catalogues -> Stream.of(region, region.city(), region.province())
                .map(owner -> inForce(catalogues, owner, on))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null));
    }

    private static @Nullable PublishedCatalogue inForce(
            Collection<PublishedCatalogue> catalogues, RegionCode region, LocalDate on) {
        return catalogues.stream()
                .filter(published -> published.catalogue().region().equals(region))
                .filter(published -> !on.isBefore(published.catalogue().effectiveFrom()))
                .max(BY_PRECEDENCE)
                .orElse(null);
    }

    @Override
    public Mono<PublishedCatalogue> byHash(String hash) {
        return shelf.find(hash);
    }

    @Override
    public Flux<PublishedCatalogue> all() {
        return shelf.all()
                .flatMapIterable(catalogues ->
                        catalogues.stream().sorted(IN_READING_ORDER).toList());
    }

    /** Learns what other instances have published. */
    public Mono<Void> refresh() {
        return shelf.refresh();
    }
}
