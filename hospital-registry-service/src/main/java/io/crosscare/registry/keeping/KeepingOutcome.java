package io.crosscare.registry.keeping;

import io.crosscare.registry.directory.Institutions.Recorded;

/** What became of an announcement. */
public sealed interface KeepingOutcome {

    record Done(Recorded recorded) implements KeepingOutcome {}

    /** The same request was recorded before. */
    record Replayed(Recorded recorded) implements KeepingOutcome {}

    /** Another request was recorded under the same key. */
    record KeyReused() implements KeepingOutcome {}

    record NotKeeper() implements KeepingOutcome {}

    record NoSuchInstitution() implements KeepingOutcome {}

    /** Another suspension has some of these days already. */
    record Overlapping() implements KeepingOutcome {}

    /** No suspension is in force on the day: there is nothing to end. */
    record NotSuspended() implements KeepingOutcome {}

    /** So many are announced already that one more would not be read. */
    record TooMany() implements KeepingOutcome {}
}
