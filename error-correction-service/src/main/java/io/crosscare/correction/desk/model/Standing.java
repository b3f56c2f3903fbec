package io.crosscare.correction.desk.model;

import io.crosscare.correction.deadline.model.Dues;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the work on a case stood at one of its steps.
 *
 * @param dues of the office; null where there are none
 */
public record Standing(
        Stage.Name stage, Office office, @Nullable Dues dues) {

    static Standing of(Handling handling) {
        Stage stage = handling.stage();
        Station station = stage.station();
        return new Standing(stage.name(), station.office(), stage instanceof Stage.Done ? null : station.dues());
    }

    /** With the deadlines that were worked out since, when it lacks those of this stay. */
    Optional<Standing> completed(Station station) {
        boolean isLacking = dues == null && stage != Stage.Name.DONE && office.equals(station.office());
        return isLacking ? Optional.of(new Standing(stage, office, station.dues())) : Optional.empty();
    }
}
