package io.crosscare.chassis.event;

import org.jspecify.annotations.Nullable;

/** A message that no number of attempts can process; it is parked with its reason and later ones flow. */
public final class PoisonEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PoisonEvent(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }

    public PoisonEvent(String reason) {
        this(reason, null);
    }
}
