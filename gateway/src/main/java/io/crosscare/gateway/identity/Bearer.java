package io.crosscare.gateway.identity;

import io.crosscare.chassis.security.Caller;
import java.time.Instant;

/**
 * A verified bearer token.
 *
 * @param acceptedUntil the instant from which it is refused: its expiry and the skew of clocks that is allowed
 */
record Bearer(Caller caller, Instant acceptedUntil) {}
