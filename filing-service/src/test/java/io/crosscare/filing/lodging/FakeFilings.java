package io.crosscare.filing.lodging;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.FilingId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Filings in memory. Before the next addition another request can be made to be faster. */
public final class FakeFilings implements Filings {

    private final List<Kept> stored = new ArrayList<>();
    private final Set<FilingId> told = new HashSet<>();
    private final Set<FilingId> published = new HashSet<>();
    private @Nullable Runnable faster;
    private boolean isFailing;

    /** Runs before the next addition or replacement is decided. */
    void letAnotherBeFaster(Runnable request) {
        faster = request;
    }

    @Override
    public Mono<Filing> find(FilingId id) {
        return Flux.fromIterable(stored)
                .map(Kept::filing)
                .filter(filing -> filing.id().equals(id))
                .next();
    }

    @Override
    public Mono<Kept> findKept(FilingId id) {
        return Flux.fromIterable(List.copyOf(stored))
                .filter(kept -> kept.filing().id().equals(id))
                .map(this::untoldOrNot)
                .next();
    }

    private Kept untoldOrNot(Kept kept) {
        return told.contains(kept.filing().id())
                ? new Kept(kept.filing(), kept.numbers(), kept.receipt(), kept.acts(), List.of())
                : kept;
    }

    /** The next replacement does not reach the store. */
    void failNextReplacement() {
        isFailing = true;
    }

    @Override
    public Mono<Boolean> replace(Kept next) {
        return Mono.fromSupplier(() -> {
            if (isFailing) {
                isFailing = false;
                throw new IllegalStateException("interrupted");
            }
            Runnable first = faster;
            faster = null;
            if (first != null) {
                first.run();
            }
            boolean isThere = !isNumberTaken(next)
                    && stored.removeIf(
                            kept -> kept.filing().id().equals(next.filing().id())
                                    && kept.filing().version() == next.filing().version() - 1);
            if (isThere) {
                stored.add(next);
                published.remove(next.filing().id());
                told.remove(next.filing().id());
            }
            return isThere;
        });
    }

    @Override
    public Flux<Filing> replacing(int limit) {
        return Flux.fromIterable(List.copyOf(stored))
                .map(Kept::filing)
                .filter(filing -> filing instanceof Filing.Submitted submitted
                        && submitted.content().replaces() != null)
                .take(limit);
    }

    @Override
    public Mono<Receipted> findByKey(String key) {
        return Flux.fromIterable(stored)
                .filter(one -> one.receipt().key().equals(key))
                .map(one -> new Receipted(one.filing(), one.receipt()))
                .next();
    }

    @Override
    public Mono<Roll> rollOf(PersonId personId) {
        return Flux.fromIterable(List.copyOf(stored))
                .filter(kept -> kept.filing().terms().personId().equals(personId))
                .collectList()
                .map(Roll::of);
    }

    @Override
    public Flux<Filing> list(Query query) {
        return Flux.fromIterable(stored)
                .map(Kept::filing)
                .filter(filing -> query.insuredRegions().contains(filing.terms().insuredRegion()))
                .filter(filing -> isGivenOrAny(query.personId(), filing.terms().personId()))
                .filter(filing ->
                        isGivenOrAny(query.careRegion(), filing.terms().careRegion()))
                .filter(filing -> isGivenOrAny(query.state(), filing.state()))
                .sort(Comparator.comparing(filing -> filing.id().value()))
                .filter(filing -> isAfter(query.after(), filing.id()))
                .take(query.limit());
    }

    @Override
    public Flux<Filing> all(@Nullable FilingId after, int limit) {
        return Flux.fromIterable(List.copyOf(stored))
                .map(Kept::filing)
                .sort(Comparator.comparing(filing -> filing.id().value()))
                .filter(filing -> isAfter(after, filing.id()))
                .take(limit);
    }

    @Override
    public Mono<Adding> add(Filing filing, int number, Receipt receipt) {
        return Mono.fromSupplier(() -> {
            Runnable first = faster;
            faster = null;
            if (first != null) {
                first.run();
            }
            return decide(new Kept(filing, number, receipt, List.of()));
        });
    }

    private Adding decide(Kept next) {
        if (stored.stream()
                .anyMatch(one -> one.receipt().key().equals(next.receipt().key()))) {
            return Adding.KEY_TAKEN;
        }
        if (isNumberTaken(next)) {
            return Adding.NUMBER_TAKEN;
        }
        stored.add(next);
        return Adding.ADDED;
    }

    private boolean isNumberTaken(Kept next) {
        PersonId person = next.filing().terms().personId();
        return stored.stream()
                .filter(one -> !one.filing().id().equals(next.filing().id()))
                .filter(one -> one.filing().terms().personId().equals(person))
                .anyMatch(one -> !Collections.disjoint(one.numbers(), next.numbers()));
    }

    @Override
    public Flux<Filing> endingOn(RegionCode insuredRegion, LocalDate lastDay) {
        return inForce(insuredRegion)
                .filter(filing -> lastDay.equals(filing.terms().period().to()));
    }

    @Override
    public Flux<Filing> promisedFor(RegionCode insuredRegion, Set<LocalDate> days) {
        return inForce(insuredRegion)
                .filter(filing ->
                        filing.content().overdueAfter().filter(days::contains).isPresent());
    }

    private Flux<Filing> inForce(RegionCode insuredRegion) {
        return Flux.fromIterable(List.copyOf(stored))
                .map(Kept::filing)
                .filter(filing -> filing instanceof Filing.Effective)
                .filter(filing -> filing.terms().insuredRegion().equals(insuredRegion));
    }

    @Override
    public Flux<Unpublished> unpublished(int limit) {
        return Flux.fromIterable(List.copyOf(stored))
                .map(Kept::filing)
                .filter(filing -> !published.contains(filing.id()))
                .map(filing -> new Unpublished(filing, null))
                .take(limit);
    }

    @Override
    public Mono<Void> markPublished(FilingId id, long version) {
        return find(id).filter(filing -> filing.version() == version)
                .doOnNext(filing -> published.add(filing.id()))
                .then();
    }

    @Override
    public Mono<Void> markAllUnpublished() {
        return Mono.fromRunnable(published::clear);
    }

    @Override
    public Flux<Kept> untold(int limit) {
        return Flux.fromIterable(List.copyOf(stored))
                .filter(kept -> !told.contains(kept.filing().id()))
                .take(limit);
    }

    @Override
    public Mono<Void> markTold(FilingId id, long version) {
        return find(id).filter(filing -> filing.version() == version)
                .doOnNext(filing -> told.add(filing.id()))
                .then();
    }

    @Override
    public Mono<Void> markEarlierUntold() {
        return Mono.empty();
    }

    private static boolean isGivenOrAny(@Nullable Object asked, Object actual) {
        return asked == null || asked.equals(actual);
    }

    private static boolean isAfter(@Nullable FilingId after, FilingId id) {
        return after == null || id.value().compareTo(after.value()) > 0;
    }
}
