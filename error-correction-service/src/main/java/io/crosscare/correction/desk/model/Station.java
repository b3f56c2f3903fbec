package io.crosscare.correction.desk.model;

import io.crosscare.correction.deadline.model.Dues;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case's stay with an office.
 *
 * @param arrivedAt when it came there, from which deadlines are counted
 * @param dues null until they are worked out, which is before the case is stored
 * @param isReminded of the next deadline
 * @param isOverdue a deadline has passed and there is nobody to pass the case on to
 */
public record Station(
        Office office, Instant arrivedAt, @Nullable Dues dues, boolean isReminded, boolean isOverdue) {

    static Station at(Office office, Instant arrivedAt) {
        return new Station(office, arrivedAt, null, false, false);
    }

    Station due(Dues dues) {
        return new Station(office, arrivedAt, dues, isReminded, isOverdue);
    }

    Station reminded() {
        return new Station(office, arrivedAt, dues, true, isOverdue);
    }

    Station overdue() {
        return new Station(office, arrivedAt, dues, true, true);
    }

    /** With the next deadline still to come. */
    Station answered() {
        return new Station(office, arrivedAt, dues, false, false);
    }
}
