package io.crosscare.simulator.suite;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.PersonType;
import io.crosscare.settlement.catalogue.CatalogueFacts;
import io.crosscare.settlement.catalogue.CatalogueShelf;
import io.crosscare.settlement.catalogue.CatalogueVersion;
import io.crosscare.settlement.catalogue.Catalogues;
import io.crosscare.settlement.catalogue.PublishedCatalogue;
import io.crosscare.settlement.catalogue.StoredCatalogues;
import io.crosscare.settlement.document.CanonicalText;
import io.crosscare.settlement.document.Documents;
import io.crosscare.settlement.document.PackedText;
import io.crosscare.settlement.document.ShippedDocuments;
import io.crosscare.settlement.document.StoredText;
import io.crosscare.settlement.policy.PolicyPacks;
import io.crosscare.settlement.policy.PolicyShelf;
import io.crosscare.settlement.policy.PublishedPolicy;
import io.crosscare.simulator.world.Timeline;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The one policy and the one catalogue that the simulated bills fall under, of those the service is shipped with. What is
 * settled is computed by the real calculation; which pack applies is not what is simulated.
 */
public record Packs(PublishedPolicy policy, PublishedCatalogue catalogue) {

    /** Reads them; to be called before any world begins, on a thread that may wait. */
    public static Packs shipped(RegionCode insuredRegion, RegionCode careRegion, LocalDate on) {
        PolicyShelf policies = new PolicyShelf(new KeptDocuments());
        ShippedDocuments.in("/policies")
                .forEach(document -> policies.publish(document).block());
        CatalogueShelf catalogues = new CatalogueShelf(new KeptCatalogues());
        ShippedDocuments.in("/catalogues")
                .forEach(document -> catalogues.publish(document).block());
        return new Packs(
                Objects.requireNonNull(
                        policies.find(insuredRegion, PersonType.RETIRED, on).block()),
                Objects.requireNonNull(catalogues.find(careRegion, on).block()));
    }

    PolicyPacks asPolicies() {
        return new PolicyPacks() {
            @Override
            public Mono<PublishedPolicy> publish(String document) {
                return Mono.error(new UnsupportedOperationException());
            }

            @Override
            public Mono<PublishedPolicy> find(RegionCode region, PersonType personType, LocalDate on) {
                return Mono.just(policy);
            }

            @Override
            public Mono<PublishedPolicy> byHash(String hash) {
                return Mono.just(policy).filter(one -> one.hash().equals(hash));
            }

            @Override
            public Flux<PublishedPolicy> all() {
                return Flux.just(policy);
            }
        };
    }

    Catalogues asCatalogues() {
        return new Catalogues() {
            @Override
            public Mono<PublishedCatalogue> publish(String document) {
                return Mono.error(new UnsupportedOperationException());
            }

            @Override
            public Mono<PublishedCatalogue> find(RegionCode region, LocalDate on) {
                return Mono.just(catalogue);
            }

            @Override
            public Mono<CatalogueVersion> findVersion(RegionCode region, LocalDate on) {
                return Mono.just(catalogue.version());
            }

            @Override
            public Mono<PublishedCatalogue> byHash(String hash) {
                return Mono.just(catalogue).filter(one -> one.hash().equals(hash));
            }

            @Override
            public Mono<CatalogueVersion> version(String hash) {
                return byHash(hash).map(PublishedCatalogue::version);
            }

            @Override
            public Flux<CatalogueVersion> versions() {
                return Flux.just(catalogue.version());
            }
        };
    }

    /** Policies while they are read. */
    private static final class KeptDocuments implements Documents {

        private final Map<String, StoredText> kept = new ConcurrentHashMap<>();

        @Override
        public Mono<StoredText> store(CanonicalText document) {
            StoredText stored = new StoredText(document.hash(), document, Timeline.BEGINNING);
            kept.put(document.hash(), stored);
            return Mono.just(stored);
        }

        @Override
        public Flux<String> hashes() {
            return Flux.fromIterable(List.copyOf(kept.keySet()));
        }

        @Override
        public Mono<StoredText> find(String hash) {
            return Mono.justOrEmpty(kept.get(hash));
        }
    }

    /** Catalogues while they are read. */
    private static final class KeptCatalogues implements StoredCatalogues {

        private final Map<String, CatalogueVersion> versions = new ConcurrentHashMap<>();
        private final Map<String, PackedText> documents = new ConcurrentHashMap<>();

        @Override
        public Mono<CatalogueVersion> store(
                CatalogueFacts facts, int rows, PackedText document, @Nullable String publishedBy) {
            CatalogueVersion version =
                    new CatalogueVersion(document.hash(), facts, rows, Timeline.BEGINNING, publishedBy);
            documents.put(document.hash(), document);
            versions.put(document.hash(), version);
            return Mono.just(version);
        }

        @Override
        public Mono<Void> takeOver(CatalogueVersion earlier, PackedText document) {
            return Mono.error(new UnsupportedOperationException());
        }

        @Override
        public Flux<String> hashes() {
            return Flux.fromIterable(List.copyOf(versions.keySet()));
        }

        @Override
        public Mono<CatalogueVersion> find(String hash) {
            return Mono.justOrEmpty(versions.get(hash));
        }

        @Override
        public Flux<byte[]> document(String hash) {
            return Mono.justOrEmpty(documents.get(hash))
                    .flatMapIterable(PackedText::pieces)
                    .map(PackedText::unpack);
        }
    }
}
