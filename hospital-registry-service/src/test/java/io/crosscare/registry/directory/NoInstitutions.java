package io.crosscare.registry.directory;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.registry.model.Institution;
import io.crosscare.registry.model.InstitutionChange;
import io.crosscare.registry.model.Versioned;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A registry that knows no institution and takes none. */
public final class NoInstitutions implements Institutions {

    @Override
    public Mono<Versioned<Institution>> find(String code) {
        return Mono.empty();
    }

    @Override
    public Flux<Versioned<Institution>> after(@Nullable String code) {
        return Flux.empty();
    }

    @Override
    public Mono<Boolean> put(Institution institution) {
        return Mono.error(new IllegalStateException("nothing is to be recorded here"));
    }

    @Override
    public Mono<Recording> record(InstitutionChange change, Receipt receipt) {
        return Mono.error(new IllegalStateException("nothing is to be recorded here"));
    }

    @Override
    public Mono<Recording> findBy(Receipt receipt) {
        return Mono.empty();
    }

    @Override
    public Flux<Recorded> history(InstitutionCode code) {
        return Flux.empty();
    }

    @Override
    public Flux<Recorded> following(long seq, int limit) {
        return Flux.empty();
    }

    @Override
    public Mono<Long> end() {
        return Mono.just(0L);
    }

    @Override
    public Mono<Void> catchUp() {
        return Mono.empty();
    }
}
