package io.crosscare.settlement.direct;

import io.crosscare.settlement.eligibility.model.RefusalReason;
import io.crosscare.settlement.intent.RecordIntent.Recorded;
import io.micrometer.core.instrument.MeterRegistry;

/** What operations see of settling: how many, how often refused and why, how often repeated, how often the chain was contended. */
public final class SettlementMeters {

    private final MeterRegistry meters;

    public SettlementMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    void settled() {
        meters.counter("crosscare.settlements").increment();
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
        meters.counter("crosscare.settlement.replays").increment();
    }

    void refused(String door, RefusalReason reason) {
        meters.counter("crosscare.refusals", "door", door, "reason", reason.name())
                .increment();
    }

    /** One attempt to win a place in a chain; more attempts than settlements mean contention. */
    void attempted() {
        meters.counter("crosscare.settlement.attempts").increment();
    }

    void rolledForward() {
        meters.counter("crosscare.settlement.rolled.forward").increment();
    }

    /** A stored settlement that its own bill no longer explains: never, unless something is badly wrong. */
    void notReproduced() {
        meters.counter("crosscare.settlement.not.reproduced").increment();
    }
}
