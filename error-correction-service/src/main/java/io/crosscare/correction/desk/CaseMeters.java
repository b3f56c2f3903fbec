package io.crosscare.correction.desk;

import io.crosscare.correction.desk.model.CaseState;
import io.crosscare.correction.desk.model.Change;
import io.crosscare.correction.desk.model.Reason;
import io.crosscare.correction.desk.model.Source;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the desk counts. Reasons this service does not know share one label, so that nobody can make up series. */
public final class CaseMeters {

    private static final String REASON = "reason";

    private final MeterRegistry meters;
    private final MultiGauge open;

    public CaseMeters(MeterRegistry meters) {
        this.meters = meters;
        this.open = MultiGauge.builder("crosscare.cases.open")
                .description("Open correction cases in the store; every instance says the same")
                .register(meters);
    }

    void changed(Reason reason, Change change) {
        String step = switch (change.kind()) {
            case OPENED -> "opened";
            case REOPENED -> "reopened";
            case RESOLVED -> "resolved";
            case COMMENTED -> "commented";
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

    /** Replaces the gauges of all reasons. */
    void open(List<CorrectionCases.Count> counts) {
        Map<String, Long> byLabel = new TreeMap<>();
        counts.stream()
                .filter(count -> count.state() == CaseState.OPEN)
                .forEach(count -> byLabel.merge(count.reason().label(), count.cases(), Long::sum));
        open.register(
                byLabel.entrySet().stream()
                        .map(count -> MultiGauge.Row.of(Tags.of(REASON, count.getKey()), count.getValue()))
                        .toList(),
                true);
    }
}
