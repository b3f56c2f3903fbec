package io.crosscare.correction;

import io.crosscare.chassis.event.ReceivedEvent;
import java.time.Instant;

/** Events as they arrive, for tests of what reads them. */
public final class Events {

    public static final Instant TIME = Instant.parse("2026-11-24T01:02:03.004Z");

    private Events() {}

    public static ReceivedEvent received(String key, long version, String body) {
        return new ReceivedEvent(key, "type", key + ":" + version, version, TIME, body, null);
    }
}
