package io.crosscare.settlement.policy;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.PersonType;
import io.crosscare.settlement.benefit.model.PolicyPack;
import io.crosscare.settlement.document.CanonicalText;
import io.crosscare.settlement.document.Documents;
import io.crosscare.settlement.document.Shelf;
import io.crosscare.settlement.document.StoredText;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Policies read from published documents and kept in memory; a version never changes. */
public final class PolicyShelf implements PolicyPacks {

    /** The greater one counts. */
    static final Comparator<PublishedPolicy> BY_PRECEDENCE = Comparator.comparing(
                    (PublishedPolicy policy) -> policy.pack().from())
            .thenComparing(PublishedPolicy::publishedAt)
            .thenComparing(PublishedPolicy::hash);

    private static final Comparator<PublishedPolicy> IN_READING_ORDER = Comparator.comparing(
                    (PublishedPolicy policy) -> policy.pack().region())
            .thenComparing(policy -> policy.pack().plan())
            .thenComparing(BY_PRECEDENCE);

    private final Shelf<PublishedPolicy> shelf;

    public PolicyShelf(Documents documents) {
        this.shelf = new Shelf<>(documents, PolicyShelf::read);
    }

    private static PublishedPolicy read(StoredText stored) {
        PolicyPack pack = PolicyReader.read(stored.document());
        return new PublishedPolicy(stored.hash(), pack, stored.document().text(), stored.publishedAt());
    }

    @Override
    public Mono<PublishedPolicy> publish(String document) {
        return Mono.fromCallable(() -> {
                    CanonicalText canonical = new CanonicalText(document);
                    PolicyReader.read(canonical);
                    return canonical;
                })
                .flatMap(shelf::publish);
    }

    @Override
    public Mono<PublishedPolicy> find(RegionCode region, PersonType personType, LocalDate on) {
        return shelf.choose(policies -> inForce(policies, region, personType, on));
    }

    /** Which of these counts for a person type of a region on a day; null where none does. */
    static @Nullable PublishedPolicy inForce(
            Collection<PublishedPolicy> policies, RegionCode region, PersonType personType, LocalDate on) {
        return policies.stream()
                .filter(policy -> policy.pack().region().equals(region))
                .filter(policy -> policy.pack().personTypes().contains(personType))
                .filter(policy -> policy.pack().isInForceOn(on))
                .max(BY_PRECEDENCE)
                .orElse(null);
    }

    @Override
    public Mono<PublishedPolicy> byHash(String hash) {
        return shelf.find(hash);
    }

    @Override
    public Flux<PublishedPolicy> all() {
        return shelf.all()
                .flatMapIterable(
                        policies -> policies.stream().sorted(IN_READING_ORDER).toList());
    }

    /** Learns what other instances have published. */
    public Mono<Void> refresh() {
        return shelf.refresh();
    }
}
