package io.crosscare.gateway.routes;

import java.util.Set;

/** What the table says of a request. */
public sealed interface Match {

    record Found(Door door) implements Match {}

    /** There is such a path, but not for this method. */
    record OtherMethods(Set<Door.Method> allowed) implements Match {}

    /** What the suite says of its own doors; the gateway answers it itself, to anybody. */
    record Contract() implements Match {}

    record Nothing() implements Match {}
}
