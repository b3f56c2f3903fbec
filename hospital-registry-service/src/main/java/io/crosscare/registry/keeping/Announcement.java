package io.crosscare.registry.keeping;

import io.crosscare.registry.model.Outage;
import io.crosscare.registry.model.Suspension;
import java.time.LocalDate;

/** What a keeper announces for one institution. */
public sealed interface Announcement {

    /** Days on which it settles directly with nobody. */
    record Suspend(Suspension suspension) implements Announcement {}

    /**
     * The end of a suspension.
     *
     * @param on first day on which it takes people again
     * @param reason in Chinese, for the history
     */
    record Resume(LocalDate on, String reason) implements Announcement {}

    /** A time without systems. */
    record Announce(Outage outage) implements Announcement {}
}
