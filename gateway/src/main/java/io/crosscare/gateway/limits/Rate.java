package io.crosscare.gateway.limits;

import java.time.Duration;

/** So many requests in so long a time. */
public record Rate(int requests, Duration per) {

    public Rate {
        if (requests < 1 || per.isNegative() || per.isZero()) {
            throw new IllegalArgumentException("a rate allows at least one request in a positive time");
        }
    }
}
