package io.crosscare.registry.directory;

import io.crosscare.registry.model.Versioned;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Port to the records of one kind, each under its public id, in the order of their ids. */
public interface Register<T> {

    /** The record, or empty when there is none. */
    Mono<Versioned<T>> find(String id);

    /** All records after the id, in order; all there are when it is null. */
    Flux<Versioned<T>> after(@Nullable String id);

    /**
     * Records this as the present state of its id, to be published. Nothing happens when it is so already.
     *
     * @return whether anything was changed
     */
    Mono<Boolean> put(T record);
}
