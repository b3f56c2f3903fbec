package io.crosscare.settlement.catalogue;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.Catalogue;
import io.crosscare.settlement.document.CanonicalText;
import io.crosscare.settlement.document.DocumentRefused;
import io.crosscare.settlement.document.LineSplitter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Catalogues as this instance knows them: all versions, and the items of those used last. A version never changes, so what is here
 * stays right for ever; it may only lack what another instance published since the last {@link #refresh}.
 */
public final class CatalogueShelf implements Catalogues {

    private static final Comparator<CatalogueVersion> BY_PRECEDENCE = Comparator.comparing(
                    (CatalogueVersion version) -> version.facts().effectiveFrom())
            .thenComparing(CatalogueVersion::publishedAt)
            .thenComparing(CatalogueVersion::hash);

    private static final Comparator<CatalogueVersion> IN_READING_ORDER = Comparator.comparing(
                    (CatalogueVersion version) -> version.facts().region())
            .thenComparing(BY_PRECEDENCE);

    private final StoredCatalogues stored;
    private final Map<String, CatalogueVersion> versions = new ConcurrentHashMap<>();
    private final LatestCatalogues contents = new LatestCatalogues();

    public CatalogueShelf(StoredCatalogues stored) {
        this.stored = stored;
    }

    /**
     * Publishes what came with the service.
     *
     * @throws DocumentRefused in the answer, with the first flaw
     */
    @Override
    public Mono<PublishedCatalogue> publish(String document) {
        return Mono.fromCallable(() -> new CanonicalText(document))
                .flatMap(canonical -> {
                    CatalogueIntake intake = new CatalogueIntake();
                    intake.accept(canonical.text().getBytes(StandardCharsets.UTF_8));
                    return switch (intake.end()) {
                        case CatalogueIntake.Outcome.Sound sound -> put(sound, null);
                        case CatalogueIntake.Outcome.Flawed flawed ->
                            Mono.error(new DocumentRefused(
                                    flawed.first().getFirst().asDocumentFlaw()));
                        case CatalogueIntake.Outcome.TooLarge _ ->
                            Mono.error(new IllegalArgumentException("the document is too large"));
                    };
                })
                .flatMap(this::withItems);
    }

    /** Puts what was found sound; from then on it is in force where it has precedence. */
    Mono<CatalogueVersion> put(CatalogueIntake.Outcome.Sound sound, @Nullable String publishedBy) {
        return stored.store(sound.facts(), sound.rows(), sound.document(), publishedBy)
                .doOnNext(this::know);
    }

    private void know(CatalogueVersion version) {
        versions.put(version.hash(), version);
    }

    @Override
    public Mono<PublishedCatalogue> find(RegionCode region, LocalDate on) {
        return findVersion(region, on).flatMap(this::withItems);
    }

    /** Before it is believed that there is none, the store is asked. */
    @Override
    public Mono<CatalogueVersion> findVersion(RegionCode region, LocalDate on) {
        return Mono.defer(() -> Mono.justOrEmpty(choose(region, on)))
                .switchIfEmpty(Mono.defer(() ->
                        refresh().then(Mono.defer(() -> Mono.justOrEmpty(choose(region, on))))));
    }

    private Optional<CatalogueVersion> choose(RegionCode region, LocalDate on) {
        Collection<CatalogueVersion> all = versions.values();
        return Stream.of(region, region.city(), region.province())
                .map(owner -> all.stream()
                        .filter(version -> version.facts().region().equals(owner))
                        .filter(version -> !on.isBefore(version.facts().effectiveFrom()))
                        .max(BY_PRECEDENCE))
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    public Mono<PublishedCatalogue> byHash(String hash) {
        return hash.equals(PublishedCatalogue.OF_THE_CARE_REGION.hash())
                ? Mono.just(PublishedCatalogue.OF_THE_CARE_REGION)
                : version(hash).flatMap(this::withItems);
    }

    /** A version not known here is looked for in the store. */
    @Override
    public Mono<CatalogueVersion> version(String hash) {
        return Mono.defer(() -> Mono.justOrEmpty(versions.get(hash)))
                .switchIfEmpty(Mono.defer(() -> stored.find(hash).doOnNext(this::know)));
    }

    private Mono<PublishedCatalogue> withItems(CatalogueVersion version) {
        return contents.get(version.hash(), () -> load(version.hash()))
                .map(catalogue -> new PublishedCatalogue(version, catalogue));
    }

    private Mono<Catalogue> load(String hash) {
        return Mono.defer(() -> {
                    LineSplitter splitter = new LineSplitter();
                    CatalogueReader.CatalogueBuilder builder = new CatalogueReader.CatalogueBuilder();
                    return stored.document(hash)
                            .publishOn(Schedulers.boundedElastic(), 1)
                            .doOnNext(piece ->
                                    splitter.accept(piece).forEach(line -> builder.take(line.number(), text(line))))
                            .then(Mono.fromCallable(builder::end));
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static String text(LineSplitter.Line line) {
        return new String(line.bytes(), StandardCharsets.UTF_8);
    }

    @Override
    public Flux<CatalogueVersion> versions() {
        return refresh()
                .thenMany(Flux.defer(
                        () -> Flux.fromStream(versions.values().stream().sorted(IN_READING_ORDER))));
    }

    /** Learns what other instances have published. */
    public Mono<Void> refresh() {
        return stored.hashes()
                .filter(hash -> !versions.containsKey(hash))
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(stored::find)
                .doOnNext(this::know)
                .then();
    }
}
