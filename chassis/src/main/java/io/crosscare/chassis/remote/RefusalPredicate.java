package io.crosscare.chassis.remote;

import java.util.function.Predicate;

/** What a breaker does not count as illness of a neighbour; named in configuration. */
public final class RefusalPredicate implements Predicate<Throwable> {

    @Override
    public boolean test(Throwable error) {
        return RemoteCall.isRefusal(error);
    }
}
