package io.crosscare.correction.chain.model;

import io.crosscare.chassis.id.PersonId;

/**
 * How far a person's chain has been followed: the last entry whose effect is stored here.
 *
 * @param seq 0 where nothing was seen yet
 */
public record PersonHead(PersonId person, long seq, String hash) {

    public static PersonHead none(PersonId person) {
        return new PersonHead(person, 0, "");
    }

    public static PersonHead at(ChainEntry entry) {
        return new PersonHead(entry.person(), entry.seq(), entry.hash());
    }
}
