package io.crosscare.settlement.direct;

import io.crosscare.settlement.Faults;
import io.crosscare.settlement.direct.model.FrozenBill;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/** The frozen bills for tests. */
final class InMemoryBills implements Bills {

    private final Map<String, FrozenBill> bills = new ConcurrentHashMap<>();
    private final Faults faults;

    InMemoryBills(Faults faults) {
        this.faults = faults;
    }

    @Override
    public Mono<Void> keep(FrozenBill bill) {
        return faults.around(Mono.fromRunnable(() -> bills.put(bill.hash(), bill)));
    }

    @Override
    public Mono<FrozenBill> byHash(String hash) {
        return Mono.fromSupplier(() -> bills.get(hash));
    }
}
