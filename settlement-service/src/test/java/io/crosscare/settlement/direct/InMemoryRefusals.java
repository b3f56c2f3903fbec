package io.crosscare.settlement.direct;

import io.crosscare.settlement.Faults;
import io.crosscare.settlement.direct.model.RefusedSettlement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The refusals for tests. */
final class InMemoryRefusals implements Refusals {

    private final List<RefusedSettlement> all = new CopyOnWriteArrayList<>();
    private final Faults faults;

    InMemoryRefusals(Faults faults) {
        this.faults = faults;
    }

    List<RefusedSettlement> all() {
        return List.copyOf(all);
    }

    @Override
    public Mono<Void> record(RefusedSettlement refused) {
        return faults.around(Mono.fromRunnable(() -> all.add(refused)));
    }

    @Override
    public Flux<StoredRefusal> unpublished(int limit) {
        return Flux.empty();
    }

    @Override
    public Mono<Void> published(String id) {
        return Mono.empty();
    }
}
