package io.crosscare.filing.lodging.model;

import io.crosscare.chassis.time.ChinaTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A filing (备案) as the insured region's agency holds it: a state is a type, a transition a method of the one type that has
 * it. A period that has run out is no state: the filing still speaks for its days.
 */
public sealed interface Filing {

    FilingId id();

    FilingTerms terms();

    Instant recordedAt();

    /** From 1, one more with each change. */
    long version();

    List<FilingChange> history();

    FilingState state();

    /** Whether it was recorded after it began to count. */
    default boolean isBackdated() {
        return terms().period().from().isBefore(LocalDate.ofInstant(recordedAt(), ChinaTime.ZONE));
    }

    /** Accepted, and in force on the days of its period. */
    record Effective(FilingId id, FilingTerms terms, Instant recordedAt, long version, List<FilingChange> history)
            implements Filing {

        public Effective {
            history = List.copyOf(history);
        }

        /** The filing an agency accepts at its own door. */
        public static Effective lodge(FilingId id, FilingTerms terms, String by, Instant at) {
            FilingChange lodged = new FilingChange(FilingChange.Action.LODGED, at, by, terms.reason());
            return new Effective(id, terms, at, 1, List.of(lodged));
        }

        @Override
        public FilingState state() {
            return FilingState.EFFECTIVE;
        }
    }
}
