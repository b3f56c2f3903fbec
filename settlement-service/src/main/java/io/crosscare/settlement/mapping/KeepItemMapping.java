package io.crosscare.settlement.mapping;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.settlement.catalogue.Catalogues;
import io.crosscare.settlement.eligibility.KnownFacts;
import io.crosscare.settlement.eligibility.model.InstitutionFacts;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Takes the local codes of an institution, whole or not at all, and finds those whose item the catalogue of its care region does not
 * list today: that is the one whose codes a fee line has.
 */
public final class KeepItemMapping {

    private final ItemMappings mappings;
    private final Catalogues catalogues;
    private final KnownFacts knownFacts;
    private final Clock clock;
    private final Scheduler scheduler;

    public KeepItemMapping(
            ItemMappings mappings, Catalogues catalogues, KnownFacts knownFacts, Clock clock, Scheduler scheduler) {
        this.mappings = mappings;
        this.catalogues = catalogues;
        this.knownFacts = knownFacts;
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
        return careRegionOf(mapping.institution())
                .flatMap(region -> catalogues.find(region, ChinaTime.today(clock)))
                .doOnNext(published -> missing.removeIf(
                        code -> published.catalogue().find(code).isPresent()))
                .then(Mono.fromSupplier(() -> new Kept(mapping, localCodesOf(mapping, missing))));
    }

    /** Of an institution that nobody knows, the region its code was given in. */
    private Mono<RegionCode> careRegionOf(InstitutionCode institution) {
        return knownFacts
                .institution(institution)
                .map(InstitutionFacts::region)
                .defaultIfEmpty(institution.codeRegion());
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
