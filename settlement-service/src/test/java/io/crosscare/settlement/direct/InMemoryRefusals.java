package io.crosscare.settlement.direct;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.settlement.Faults;
import io.crosscare.settlement.chain.model.Key;
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
    public Mono<RefusedSettlement> last(PersonId person, Key key) {
        return Mono.fromSupplier(() -> all.stream()
                        .filter(one ->
                                one.person().equals(person) && one.keyHash().equals(key.hash()))
                        .reduce((_, later) -> later))
                .flatMap(Mono::justOrEmpty);
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
