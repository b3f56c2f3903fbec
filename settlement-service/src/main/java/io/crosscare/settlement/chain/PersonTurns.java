package io.crosscare.settlement.chain;

import io.crosscare.chassis.id.PersonId;
import reactor.core.publisher.Mono;

/**
 * Keeps what is done for one person within this process apart. Little of it is under way at once and the rest waits, so that one
 * person cannot take the memory and the time of all; and of what is under way one appends at a time, so that a person's appends do
 * not race each other. A speed-up and nothing more: other processes append too, and the chain alone decides.
 */
public final class PersonTurns {

    /** Enough that one is read and priced while another is appended; more would only be in the way of other persons. */
    private static final int UNDER_WAY = 3;

    private final int admittedMax;
    private final PersonPlaces underWay = new PersonPlaces(UNDER_WAY);
    private final PersonPlaces appending = new PersonPlaces(1);

    /**
     * Turns.
     *
     * @param admittedMax so much of one person may be here, what is under way included
     */
    public PersonTurns(int admittedMax) {
        if (admittedMax < 1) {
            throw new IllegalArgumentException("one is admitted at least");
        }
        this.admittedMax = admittedMax;
    }

    /** The work, begun in the order of arrival. Where too much of this person waits, a problem (429) and nothing is done. */
    public <T> Mono<T> admitted(PersonId person, Mono<T> work) {
        return underWay.within(person, admittedMax, work);
    }

    /** As {@link #admitted}, but never turned away: for what was begun before and has to come to its end. */
    public <T> Mono<T> admittedAtLast(PersonId person, Mono<T> work) {
        return underWay.within(person, Integer.MAX_VALUE, work);
    }

    /**
     * One attempt to append, from reading the head on: of one person one after the other. Part of what was admitted, never around
     * it; and within {@link LostRaces#retry}, so that whoever lost a race waits outside and lets the others pass.
     */
    public <T> Mono<T> inTurn(PersonId person, Mono<T> append) {
        return appending.within(person, Integer.MAX_VALUE, append);
    }
}
