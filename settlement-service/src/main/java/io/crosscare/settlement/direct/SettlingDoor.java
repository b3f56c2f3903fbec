package io.crosscare.settlement.direct;

import java.util.Locale;

/** Where a bill was refused. */
enum SettlingDoor {
    PREVIEW,
    /** Looked at again by the correction desk. */
    RECHECK,
    SETTLEMENT;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
