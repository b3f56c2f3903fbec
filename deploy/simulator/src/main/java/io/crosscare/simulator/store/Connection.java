package io.crosscare.simulator.store;

import java.util.function.Consumer;
import java.util.function.Function;

/** A way to the store. */
public interface Connection {

    /**
     * What is done in the store.
     *
     * @param what kind and collection
     * @param on which documents, for a trace
     * @param isRead whether it changes nothing, whatever it finds
     */
    record Operation<R>(String what, Object on, boolean isRead, Function<Tables, R> work) {}

    /** Has it done. One of the two is told, or neither where the caller's life ends before. */
    <R> void call(Operation<R> operation, Consumer<R> answered, Consumer<Throwable> failed);
}
