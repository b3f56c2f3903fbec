package io.crosscare.settlement.direct;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.settlement.Faults;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.direct.model.RefusedSettlement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The refusals for tests, kept to the same contract as the store's. */
final class InMemoryRefusals implements Refusals {

    private final List<StoredRefusal> all = new ArrayList<>();
    private final Set<String> published = new HashSet<>();
    private final Faults faults;

    InMemoryRefusals(Faults faults) {
        this.faults = faults;
    }

    synchronized List<RefusedSettlement> all() {
        return all.stream().map(StoredRefusal::refused).toList();
    }

    @Override
    public Mono<Void> record(RefusedSettlement refused) {
        return faults.around(Mono.fromRunnable(() -> add(refused)));
    }

    private synchronized void add(RefusedSettlement refused) {
        long seq = 1
                + all.stream()
                        .filter(one -> one.refused().person().equals(refused.person()))
                        .count();
        all.add(new StoredRefusal(refused.person() + ":r" + seq, seq, refused, null, null, null, null));
    }

    @Override
    public Mono<RefusedSettlement> last(PersonId person, Key key) {
        return Mono.fromSupplier(() -> all().stream()
                        .filter(one ->
                                one.person().equals(person) && one.keyHash().equals(key.hash()))
                        .reduce((_, later) -> later))
                .flatMap(Mono::justOrEmpty);
    }

    @Override
    public Flux<StoredRefusal> unpublished(int limit) {
        return Flux.defer(() -> Flux.fromIterable(pending())).take(limit);
    }

    private synchronized List<StoredRefusal> pending() {
        return all.stream()
                .filter(one -> !published.contains(one.id()))
                .sorted(Comparator.comparing(
                                (StoredRefusal one) -> one.refused().person())
                        .thenComparingLong(StoredRefusal::seq))
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
