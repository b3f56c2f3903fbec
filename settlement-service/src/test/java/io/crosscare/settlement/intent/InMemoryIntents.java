package io.crosscare.settlement.intent;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.settlement.Faults;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.External;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.Undo;
import io.crosscare.settlement.chain.model.Unpublished;
import io.crosscare.settlement.chain.model.VoidedKey;
import io.crosscare.settlement.intent.model.Intent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The intents for tests, kept to the same contract as the store's. */
public final class InMemoryIntents implements Intents {

    private final Map<String, Intent> intents = new LinkedHashMap<>();
    private final Map<String, EntryId> fulfilled = new LinkedHashMap<>();
    private final Set<String> stopped = new HashSet<>();
    private final Set<Unpublished> recorded = new LinkedHashSet<>();
    private final Set<Unpublished> unpublished = new LinkedHashSet<>();
    private final Faults faults;

    public InMemoryIntents(Faults faults) {
        this.faults = faults;
    }

    @Override
    public Mono<Intent> open(Intent intent) {
        return faults.around(Mono.fromSupplier(() -> putIfAbsent(intent)));
    }

    private synchronized Intent putIfAbsent(Intent intent) {
        String name = nameOf(intent.person(), intent.key());
        if (stopped.remove(name)) {
            intents.remove(name);
        }
        Intent present = intents.putIfAbsent(name, intent);
        return present == null ? intent : present;
    }

    @Override
    public Mono<Void> fulfilled(Intent intent, Entry entry) {
        return faults.around(Mono.fromRunnable(() -> markFulfilled(intent, entry)));
    }

    @Override
    public Mono<Void> stopped(Intent intent) {
        return faults.around(Mono.fromRunnable(() -> markStopped(intent)));
    }

    private synchronized void markStopped(Intent intent) {
        String name = nameOf(intent.person(), intent.key());
        if (intent.equals(intents.get(name)) && !fulfilled.containsKey(name)) {
            stopped.add(name);
        }
    }

    private synchronized void markFulfilled(Intent intent, Entry entry) {
        stopped.remove(nameOf(intent.person(), intent.key()));
        boolean isNews = fulfilled.putIfAbsent(nameOf(intent.person(), intent.key()), entry.id()) == null;
        if (isNews && intent.key().equals(keyOf(entry))) {
            recorded.add(new Unpublished(entry.id(), intent.traceparent()));
            unpublished.add(new Unpublished(entry.id(), intent.traceparent()));
        }
    }

    @Override
    public Mono<Optional<EntryId>> find(PersonId person, Key key) {
        String name = nameOf(person, key);
        return Mono.fromSupplier(() -> intents.get(name)).map(_ -> Optional.ofNullable(fulfilled.get(name)));
    }

    @Override
    public Flux<Intent> openSince(Instant before, int limit) {
        return Flux.defer(() -> Flux.fromIterable(open(before))).take(limit);
    }

    private synchronized List<Intent> open(Instant before) {
        List<Intent> open = new ArrayList<>();
        intents.forEach((name, intent) -> {
            if (!fulfilled.containsKey(name)
                    && !stopped.contains(name)
                    && intent.at().isBefore(before)) {
                open.add(intent);
            }
        });
        return open;
    }

    @Override
    public synchronized Flux<Unpublished> unpublished(int limit) {
        return Flux.fromIterable(List.copyOf(unpublished)).take(limit);
    }

    @Override
    public Mono<Void> published(List<Published> entries) {
        return Mono.fromRunnable(() -> entries.forEach(published -> forget(published.entry())));
    }

    @Override
    public Mono<Void> allUnpublished() {
        return Mono.fromRunnable(this::rememberAll);
    }

    private synchronized void rememberAll() {
        unpublished.addAll(recorded);
    }

    private synchronized void forget(Entry entry) {
        unpublished.removeIf(one -> one.entry().equals(entry.id()));
    }

    private static Key keyOf(Entry entry) {
        return switch (entry) {
            case Undo undo -> undo.callerKey();
            case VoidedKey voided -> voided.callerKey();
            case External external -> external.callerKey();
            case Settlement settlement
            when settlement.replaced() != null -> settlement.replaced().callerKey();
            default -> entry.key();
        };
    }

    private static String nameOf(PersonId person, Key key) {
        return person + "/" + key.value();
    }
}
