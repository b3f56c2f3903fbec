package io.crosscare.settlement.direct;

import io.crosscare.settlement.direct.model.FrozenBill;
import reactor.core.publisher.Mono;

/** Port to the frozen bills, each under its hash, never changed. */
public interface Bills {

    Mono<Void> keep(FrozenBill bill);

    Mono<FrozenBill> byHash(String hash);
}
