package io.crosscare.correction.chain;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.correction.chain.model.PersonHead;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The heads for tests, kept to the same contract as the store's. */
public final class FakeHeads implements Heads {

    private final Map<PersonId, PersonHead> heads = new ConcurrentHashMap<>();

    @Override
    public Mono<PersonHead> of(PersonId person) {
        return Mono.fromSupplier(() -> heads.getOrDefault(person, PersonHead.none(person)));
    }

    @Override
    public Flux<PersonHead> of(List<PersonId> persons) {
        return Flux.fromIterable(persons).concatMap(this::of).filter(head -> head.seq() > 0);
    }

    @Override
    public Mono<Void> advance(PersonHead next) {
        return Mono.fromRunnable(() -> heads.compute(next.person(), (person, present) -> {
            long seq = present == null ? 0 : present.seq();
            return next.seq() == seq + 1 ? next : present;
        }));
    }
}
