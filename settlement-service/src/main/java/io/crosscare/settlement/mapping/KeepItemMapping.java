package io.crosscare.settlement.mapping;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.settlement.catalogue.CatalogueSearch;
import io.crosscare.settlement.catalogue.Catalogues;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Takes the local codes of an institution, whole or not at all, and finds those whose item is in no catalogue that is in force. */
public final class KeepItemMapping {

    private final ItemMappings mappings;
    private final Catalogues catalogues;
    private final Clock clock;
    private final Scheduler scheduler;

    public KeepItemMapping(ItemMappings mappings, Catalogues catalogues, Clock clock, Scheduler scheduler) {
        this.mappings = mappings;
        this.catalogues = catalogues;
        this.clock = clock;
        this.scheduler = scheduler;
    }

    /**
     * A mapping and what of it leads nowhere today.
     *
     * @param unmapped local codes
     */
    public record Kept(ItemMapping mapping, Set<String> unmapped) {

        public Kept {
            unmapped = Set.copyOf(unmapped);
        }
    }

    /** Puts the mapping of a file in the place of the one before it. */
    public Mono<Kept> replace(InstitutionCode institution, String by, Flux<byte[]> file) {
        return Mono.defer(() -> {
                    MappingRows rows = new MappingRows();
                    return file.publishOn(scheduler)
                            .doOnNext(rows::accept)
                            .then(Mono.fromCallable(() -> new ItemMapping(
                                    institution, rows.end(), clock.instant().truncatedTo(ChronoUnit.MILLIS), by)));
                })
                .flatMap(mapping -> mappings.replace(mapping).thenReturn(mapping))
                .flatMap(this::looked);
    }

    /** The mapping of an institution; empty where it has none. */
    public Mono<Kept> find(InstitutionCode institution) {
        return mappings.find(institution).flatMap(this::looked);
    }

    private Mono<Kept> looked(ItemMapping mapping) {
        Set<String> missing = new HashSet<>(mapping.itemCodes().values());
        return new CatalogueSearch(catalogues)
                .versions(null, ChinaTime.today(clock))
                .flatMapIterable(versions -> versions)
                .concatMap(version -> missing.isEmpty() ? Mono.empty() : catalogues.byHash(version.hash()))
                .doOnNext(published -> missing.removeIf(
                        code -> published.catalogue().find(code).isPresent()))
                .then(Mono.fromSupplier(() -> new Kept(mapping, localCodesOf(mapping, missing))));
    }

    private static Set<String> localCodesOf(ItemMapping mapping, Set<String> items) {
        Set<String> local = new HashSet<>();
        mapping.itemCodes().forEach((code, item) -> {
            if (items.contains(item)) {
                local.add(code);
            }
        });
        return local;
    }
}
