package io.crosscare.correction.desk;

import io.crosscare.chassis.observability.AgeGauge;
import io.crosscare.correction.desk.model.Change;
import io.crosscare.correction.desk.model.Reason;
import io.crosscare.correction.desk.model.Recheck;
import io.crosscare.correction.desk.model.Source;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the desk counts. Reasons this service does not know share one label, so that nobody can make up series. */
public final class CaseMeters {

    private static final String REASON = "reason";

    private final MeterRegistry meters;
    private final Clock clock;
    private final MultiGauge open;
    private final MultiGauge oldest;

    public CaseMeters(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
        this.open = MultiGauge.builder("crosscare.cases.open")
                .description("Open correction cases in the store; every instance says the same")
                .register(meters);
        this.oldest = MultiGauge.builder("crosscare.cases.open.oldest.age")
                .description("How long the oldest open case has waited since its first refusal")
                .baseUnit("seconds")
                .register(meters);
        // There from the start, so that the first is seen as a rise from zero.
        Reason.labels().forEach(label -> meters.counter("crosscare.cases.overdue", REASON, label));
    }

    void changed(Reason reason, Change change) {
        String step = switch (change.kind()) {
            case OPENED -> "opened";
            case REOPENED -> "reopened";
            case RESOLVED -> "resolved";
            case COMMENTED -> "commented";
            case ASSIGNED -> "assigned";
            case RETURNED -> "returned";
            case ESCALATED -> "escalated";
            case SENT_OUTSIDE -> "sent.outside";
            case REMINDED -> "reminded";
            case OVERDUE -> "overdue";
            case CAUSE_GONE -> "cause.gone";
        };
        meters.counter("crosscare.cases." + step, REASON, reason.label()).increment();
    }

    /** A refusal that was news, or had been counted before. */
    void refused(Reason reason, boolean isNews) {
        String outcome = isNews ? "counted" : "known";
        meters.counter("crosscare.refusals.received", REASON, reason.label(), "outcome", outcome)
                .increment();
    }

    void asked(Source source, boolean isAnswered) {
        meters.counter("crosscare.cases.questions", "to", source.name(), "answered", Boolean.toString(isAnswered))
                .increment();
    }

    void rechecked(Recheck.Outcome outcome) {
        meters.counter("crosscare.cases.rechecks", "outcome", outcome.name()).increment();
    }

    /** Replaces the gauges of all reasons. */
    void open(List<CorrectionCases.Count> counts) {
        Map<String, Long> byLabel = new TreeMap<>();
        Map<String, Instant> sinceByLabel = new TreeMap<>();
        counts.forEach(count -> {
            byLabel.merge(count.reason().label(), count.cases(), Long::sum);
            sinceByLabel.merge(
                    count.reason().label(), count.oldestAt(), (one, other) -> one.isBefore(other) ? one : other);
        });
        open.register(
                byLabel.entrySet().stream()
                        .map(count -> MultiGauge.Row.of(Tags.of(REASON, count.getKey()), count.getValue()))
                        .toList(),
                true);
        oldest.register(
                sinceByLabel.entrySet().stream()
                        .map(since -> MultiGauge.Row.of(
                                Tags.of(REASON, since.getKey()),
                                () -> AgeGauge.seconds(since.getValue(), clock.instant())))
                        .toList(),
                true);
    }
}
