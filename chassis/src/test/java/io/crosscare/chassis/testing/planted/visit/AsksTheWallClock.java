package io.crosscare.chassis.testing.planted.visit;

import java.time.Instant;

/** Breaks rule 7. */
public final class AsksTheWallClock {

    Instant ask() {
        return Instant.now();
    }
}
