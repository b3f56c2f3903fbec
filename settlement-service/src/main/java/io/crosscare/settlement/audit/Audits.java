package io.crosscare.settlement.audit;

import io.crosscare.settlement.audit.model.Audit;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Port to the audits, running and past. */
public interface Audits {

    Mono<Audit> find(String id);

    Mono<Audit> byRequest(String requestKey);

    /** The audits that say they run: at most one that does. */
    Flux<Audit> running();

    /** The one begun last. */
    Mono<Audit> last();

    /** The one that ended last with a result. */
    Mono<Audit> lastFinished();

    /** Stores a new one; false when its number or its request is taken. */
    Mono<Boolean> begin(Audit audit);

    /** Replaces it while it runs; false when it has ended, whoever said so. */
    Mono<Boolean> replaceRunning(Audit audit);
}
