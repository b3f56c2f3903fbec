package io.crosscare.settlement.interruption;

import io.crosscare.settlement.chain.model.VisitId;
import io.crosscare.settlement.interruption.model.Interruption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The interruptions for tests, kept to the same contract as the store's; down when a test says so. */
public final class InMemoryInterruptions implements Interruptions {

    private final List<StoredInterruption> all = new ArrayList<>();
    private final Set<String> published = new HashSet<>();
    private boolean isDown;

    public synchronized List<Interruption> all() {
        return all.stream().map(StoredInterruption::interruption).toList();
    }

    /** Nothing can be stored from now on. */
    public synchronized void goDown() {
        isDown = true;
    }

    @Override
    public Mono<Boolean> record(Interruption interruption) {
        return Mono.fromSupplier(() -> add(interruption));
    }

    private synchronized boolean add(Interruption interruption) {
        if (isDown) {
            throw new IllegalStateException("the store is down");
        }
        boolean isTold = all.stream()
                .map(StoredInterruption::interruption)
                .filter(one -> one.about().equals(interruption.about()))
                .reduce((_, later) -> later)
                .filter(last -> interruption.isToldBy(last.at()))
                .isPresent();
        if (!isTold) {
            long seq = 1
                    + all.stream()
                            .filter(one -> one.interruption().person().equals(interruption.person()))
                            .count();
            all.add(new StoredInterruption(interruption.person() + ":i" + seq, seq, interruption, null, null));
        }
        return !isTold;
    }

    @Override
    public Mono<Interruption> ofRegistration(VisitId name) {
        return Mono.fromSupplier(() -> all().stream()
                .filter(one -> one.about().equals(Interruption.aboutRegistration(name)))
                .reduce((_, later) -> later)
                .orElse(null));
    }

    @Override
    public Flux<StoredInterruption> unpublished(int limit) {
        return Flux.defer(() -> Flux.fromIterable(pending())).take(limit);
    }

    private synchronized List<StoredInterruption> pending() {
        return all.stream()
                .filter(one -> !published.contains(one.id()))
                .sorted(Comparator.comparing(
                                (StoredInterruption one) -> one.interruption().person())
                        .thenComparingLong(StoredInterruption::seq))
                .toList();
    }

    @Override
    public Mono<Void> published(String id) {
        return Mono.fromRunnable(() -> forget(id));
    }

    private synchronized void forget(String id) {
        published.add(id);
    }

    @Override
    public Mono<Void> allUnpublished() {
        return Mono.fromRunnable(this::rememberAll);
    }

    private synchronized void rememberAll() {
        published.clear();
    }
}
