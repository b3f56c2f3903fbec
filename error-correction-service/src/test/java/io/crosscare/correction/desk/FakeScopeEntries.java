package io.crosscare.correction.desk;

import io.crosscare.correction.desk.model.Fact.ScopeEntry;
import io.crosscare.correction.desk.model.VisitScope;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The entries for tests, kept to the same contract as the store's. */
public final class FakeScopeEntries implements ScopeEntries {

    private record Kept(VisitScope scope, ScopeEntry entry) {}

    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    @Override
    public Mono<Void> keep(VisitScope scope, ScopeEntry entry) {
        return Mono.fromRunnable(() -> kept.putIfAbsent(entry.entryId(), new Kept(scope, entry)));
    }

    @Override
    public Flux<ScopeEntry> of(VisitScope scope) {
        return Flux.defer(() -> Flux.fromIterable(List.copyOf(kept.values())))
                .filter(one -> one.scope().equals(scope))
                .map(Kept::entry)
                .sort(Comparator.comparingLong(ScopeEntry::seq));
    }
}
