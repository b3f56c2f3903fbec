package io.crosscare.settlement.direct;

import java.util.Locale;

/** Where a bill was refused. */
enum SettlingDoor {
    PREVIEW,
    SETTLEMENT;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
