package io.crosscare.acceptance;

/** Where a party's bearer token comes from. */
@FunctionalInterface
public interface Tokens {

    String bearerOf(Party party);
}
