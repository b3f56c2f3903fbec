package io.crosscare.acceptance;

import org.jspecify.annotations.Nullable;

/**
 * One request that must not be taken, and what it is answered with.
 *
 * @param name what is wrong with it
 * @param bearer the token it shows; null for the party's own
 * @param secret what it sent and no answer may repeat; empty where nothing is
 */
record BadRequest(String name, Party party, @Nullable String bearer, Call call, String secret, Expected expected) {

    /** Shorter values occur in answers by chance. */
    private static final int SECRET_LENGTH_MIN = 7;

    static BadRequest of(String name, Party party, Call call, Expected expected) {
        return new BadRequest(name, party, null, call, "", expected);
    }

    BadRequest withBearer(String token) {
        return new BadRequest(name, party, token, call, secret, expected);
    }

    BadRequest neverRepeating(String value) {
        return new BadRequest(name, party, bearer, call, value.length() < SECRET_LENGTH_MIN ? "" : value, expected);
    }

    Answer askAt(GatewayClient gateway) {
        return bearer == null ? gateway.ask(party, call) : gateway.askWith(bearer, party, call);
    }
}
