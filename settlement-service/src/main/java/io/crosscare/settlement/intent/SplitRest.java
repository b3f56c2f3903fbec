package io.crosscare.settlement.intent;

import io.crosscare.settlement.chain.model.Head;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.intent.model.Intent;
import reactor.core.publisher.Mono;

/** Port to the calculation of an adjustment: the rest of a bill, split on a head without the settlement it replaces. */
public interface SplitRest {

    /** The adjustment that the intent wants, in the next place after the head. */
    Mono<Settlement> on(Head head, Intent intent, Settlement original);
}
