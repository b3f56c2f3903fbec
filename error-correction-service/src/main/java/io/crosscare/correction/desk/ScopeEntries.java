package io.crosscare.correction.desk;

import io.crosscare.correction.desk.model.Fact.ScopeEntry;
import io.crosscare.correction.desk.model.VisitScope;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Port to the settlements and undos this service has heard of, by scope: a refusal may be heard of later than the settlement
 * that followed it.
 */
public interface ScopeEntries {

    /** Keeps an entry; it never changes, so keeping it again changes nothing. */
    Mono<Void> keep(VisitScope scope, ScopeEntry entry);

    /** In chain order; sees every entry whose keeping was acknowledged before the call. */
    Flux<ScopeEntry> of(VisitScope scope);
}
