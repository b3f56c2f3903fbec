package io.crosscare.settlement.direct;

import io.crosscare.chassis.observability.BoundedLabel;
import io.crosscare.settlement.eligibility.model.RefusalReason;
import io.crosscare.settlement.intent.RecordIntent.Recorded;
import io.crosscare.settlement.visit.model.Registration;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/** What operations see of settling: how many, how often refused and why, how often repeated, how often the chain was contended. */
public final class SettlementMeters {

    private static final String SETTLED = "SETTLED";
    private static final String REFUSED = "REFUSED";

    /** More pooling regions than the country has. */
    private static final int REGIONS_MAX = 500;

    private static final int INSTITUTIONS_MAX = 1000;

    private final MeterRegistry meters;
    private final BoundedLabel regions = new BoundedLabel(REGIONS_MAX);
    private final BoundedLabel institutions = new BoundedLabel(INSTITUTIONS_MAX);

    /** What can be named beforehand is there from the start, so that the first of it is seen as a rise from zero. */
    public SettlementMeters(MeterRegistry meters) {
        this.meters = meters;
        for (RefusalReason reason : RefusalReason.values()) {
            for (SettlingDoor door : SettlingDoor.values()) {
                refusals(door, reason);
            }
        }
        List.of("settlements", "settlement.replays", "settlement.attempts", "settlement.rolled.forward")
                .forEach(this::counter);
        counter("settlement.not.reproduced");
    }

    void settled(Registration visit) {
        counter("settlements").increment();
        ended(visit, SETTLED);
    }

    /** A settlement taken back or a key made void, by the kind of its entry. */
    void undone(Recorded recorded) {
        meters.counter(
                        "crosscare.settlement.undos",
                        "kind",
                        recorded.entry().kind().name(),
                        "replay",
                        Boolean.toString(recorded.isReplay()))
                .increment();
    }

    void replayed() {
        counter("settlement.replays").increment();
    }

    void refused(SettlingDoor door, Registration visit, RefusalReason reason) {
        refusals(door, reason).increment();
        if (door == SettlingDoor.SETTLEMENT) {
            ended(visit, REFUSED);
        }
    }

    /** One attempt to win a place in a chain; more attempts than settlements mean contention. */
    void attempted() {
        counter("settlement.attempts").increment();
    }

    void rolledForward() {
        counter("settlement.rolled.forward").increment();
    }

    /** A stored settlement that its own bill no longer explains: never, unless something is badly wrong. */
    void notReproduced() {
        counter("settlement.not.reproduced").increment();
    }

    /** Region and institution apart from each other and from the reason: together they would make too many series. */
    private void ended(Registration visit, String outcome) {
        String region = regions.of(visit.insuredRegion().value());
        meters.counter("crosscare.settlements.by.region", "insured.region", region, "outcome", outcome)
                .increment();
        String institution = institutions.of(visit.institution().value());
        meters.counter("crosscare.settlements.by.institution", "institution", institution, "outcome", outcome)
                .increment();
    }

    private Counter refusals(SettlingDoor door, RefusalReason reason) {
        return meters.counter("crosscare.refusals", "door", door.label(), "reason", reason.name());
    }

    private Counter counter(String name) {
        return meters.counter("crosscare." + name);
    }
}
