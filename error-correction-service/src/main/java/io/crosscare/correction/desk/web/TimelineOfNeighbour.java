package io.crosscare.correction.desk.web;

import io.crosscare.correction.desk.model.CaseFile;
import io.crosscare.correction.desk.model.Refusal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The timeline of a silent service's case. Everybody whom that has hit reads it, so nothing of a patient is in it. */
final class TimelineOfNeighbour {

    private static final String SETTLEMENT_ID = "settlementId";

    private TimelineOfNeighbour() {}

    static List<TimelineFact> of(CaseFile file) {
        Stream<TimelineFact> steps = file.changes().stream()
                .map(Timeline::step)
                .filter(Objects::nonNull)
                .map(TimelineOfNeighbour::nobodys);
        return Stream.of(Stream.of(silent(file.firstRefusal())), steps, TimelineOfWork.of(file.work()))
                .flatMap(lines -> lines)
                .sorted(Comparator.comparing(TimelineFact::at))
                .toList();
    }

    private static TimelineFact silent(Refusal first) {
        return new TimelineFact(
                first.refusedAt(),
                Timeline.SETTLEMENT,
                Timeline.INTERRUPTED,
                "首次中断：" + first.statement().message(),
                "Interrupted for the first time: " + Timeline.english(first),
                Map.of(
                        "reason",
                        first.subject().reason().code(),
                        "peer",
                        Objects.requireNonNull(first.peer(), "peer")));
    }

    /** Without the settlement of the last patient. */
    private static TimelineFact nobodys(TimelineFact step) {
        Map<String, Object> details = new LinkedHashMap<>(step.details());
        details.remove(SETTLEMENT_ID);
        return new TimelineFact(step.at(), step.source(), step.kind(), step.text(), step.textEn(), details);
    }
}
