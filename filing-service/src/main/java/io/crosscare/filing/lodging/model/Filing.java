package io.crosscare.filing.lodging.model;

import io.crosscare.chassis.time.ChinaTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A filing (备案) as the insured region's agency holds it: a state is a type, a transition a method of the one type that has
 * it. A period that has run out is no state: the filing still speaks for its days, also when it was ended before its time.
 */
public sealed interface Filing {

    FilingContent content();

    FilingState state();

    FilingStanding standing();

    default FilingId id() {
        return content().id();
    }

    default FilingTerms terms() {
        return content().terms();
    }

    default Instant recordedAt() {
        return content().recordedAt();
    }

    /** From 1, one more with each change. */
    default long version() {
        return content().version();
    }

    default List<FilingChange> history() {
        return content().history();
    }

    /** Whether it speaks for the days of its period. */
    default boolean counts() {
        return switch (standing()) {
            case EFFECTIVE, EXPIRED -> true;
            case SUBMITTED, REJECTED, WITHDRAWN -> false;
        };
    }

    /** Whether no other may be lodged for its place and days: it counts, or it may come to count. */
    default boolean isInTheWay() {
        return counts() || this instanceof Submitted;
    }

    /** Whether it was recorded after it began to count. */
    default boolean isBackdated() {
        return terms().period().from().isBefore(LocalDate.ofInstant(recordedAt(), ChinaTime.ZONE));
    }

    /** What a step changes that leads from here to a content and a state. */
    default List<FieldDifference> differencesTo(FilingContent next, FilingState nextState) {
        return FilingDifference.between(this, next, nextState);
    }

    /**
     * Handed in by the person or a hospital, or about to take another's place; counts for nothing yet.
     *
     * @see FilingContent#replaces()
     */
    record Submitted(FilingContent content) implements Filing {

        /** A filing that waits for the agency's review. */
        public static Submitted submit(FilingContent first, String by) {
            return submit(first, by, List.of());
        }

        /** A filing that is to take another's place; its first step says what is different. */
        public static Submitted submit(FilingContent first, String by, Effective replaced) {
            return submit(first, by, FilingDifference.between(replaced, first));
        }

        private static Submitted submit(FilingContent first, String by, List<FieldDifference> fields) {
            FilingChange submitted = new FilingChange(
                    FilingChange.Action.SUBMITTED,
                    first.recordedAt(),
                    by,
                    first.terms().reason(),
                    first.terms().period().from(),
                    fields);
            return new Submitted(new FilingContent(
                    first.id(),
                    first.terms(),
                    first.basis(),
                    first.promise(),
                    first.treatment(),
                    first.replaces(),
                    first.recordedAt(),
                    1,
                    List.of(submitted)));
        }

        public Effective accept(FilingChange step) {
            return new Effective(content.after(step.changing(differencesTo(content, FilingState.EFFECTIVE))));
        }

        public Rejected reject(FilingChange step) {
            return new Rejected(content.after(step.changing(differencesTo(content, FilingState.REJECTED))));
        }

        /** Taken back before anybody looked at it. */
        public Ended withdraw(FilingChange step, LocalDate from) {
            return new Ended(
                    content.after(step.changing(differencesTo(content, FilingState.WITHDRAWN))),
                    new Ending(Ending.Cause.WITHDRAWN, from, false, null));
        }

        @Override
        public FilingState state() {
            return FilingState.SUBMITTED;
        }

        @Override
        public FilingStanding standing() {
            return FilingStanding.SUBMITTED;
        }
    }

    /** Accepted, and in force on the days of its period. */
    record Effective(FilingContent content) implements Filing {

        /** The filing an agency accepts at its own door, nothing stated and nothing promised. */
        public static Effective lodge(FilingId id, FilingTerms terms, String by, Instant at) {
            return lodge(new FilingContent(id, terms, FilingBasis.OF_AGENCY, null, null, null, at, 1, List.of()), by);
        }

        /** A filing that is in force from the moment it is stored. */
        public static Effective lodge(FilingContent first, String by) {
            FilingChange lodged = new FilingChange(
                    FilingChange.Action.LODGED,
                    first.recordedAt(),
                    by,
                    first.terms().reason(),
                    first.terms().period().from());
            return new Effective(new FilingContent(
                    first.id(),
                    first.terms(),
                    first.basis(),
                    first.promise(),
                    first.treatment(),
                    first.replaces(),
                    first.recordedAt(),
                    1,
                    List.of(lodged)));
        }

        /** With another last day. */
        public Effective changeEnd(FilingPeriod period, FilingChange step) {
            return next(content.with(content.terms().during(period)), step);
        }

        /** With the treatment as the agency confirms, corrects or refuses it. */
        public Effective decideTreatment(SpecialTreatment decided, FilingChange step) {
            return next(content.with(decided), step);
        }

        /** With what was promised. */
        public Effective supplement(
                StatedFacts facts, Set<FactName> vouchedFor, boolean isLevelChecked, FilingChange step) {
            Promise promise = content.promise();
            if (promise == null || !promise.isOpen()) {
                throw new IllegalStateException("nothing is promised");
            }
            return next(
                    content.with(content.basis().with(facts, vouchedFor, isLevelChecked))
                            .with(promise.kept()),
                    step);
        }

        /**
         * Ends it before its time: it speaks for the days before that day only, for none where that is its first.
         *
         * @param successor the filing that takes its place; null where none does
         */
        public Ended end(Ending.Cause cause, LocalDate from, @Nullable FilingId successor, FilingChange step) {
            FilingPeriod period = content.terms().period();
            if (period.endsBefore(from)) {
                throw new IllegalStateException("the filing is over before that day");
            }
            boolean wasInForce = period.from().isBefore(from);
            Promise promise = content.promise();
            FilingContent ended = wasInForce
                    ? content.with(content.terms().during(new FilingPeriod(period.from(), from.minusDays(1))))
                    : content;
            if (cause == Ending.Cause.LAPSED && promise != null) {
                ended = ended.with(promise.lapsed());
            }
            return new Ended(
                    ended.after(step.changing(differencesTo(ended, cause.state()))),
                    new Ending(cause, from, wasInForce, successor));
        }

        private Effective next(FilingContent changed, FilingChange step) {
            return new Effective(changed.after(step.changing(differencesTo(changed, FilingState.EFFECTIVE))));
        }

        @Override
        public FilingState state() {
            return FilingState.EFFECTIVE;
        }

        @Override
        public FilingStanding standing() {
            return FilingStanding.EFFECTIVE;
        }
    }

    /** The agency has said no. */
    record Rejected(FilingContent content) implements Filing {

        @Override
        public FilingState state() {
            return FilingState.REJECTED;
        }

        @Override
        public FilingStanding standing() {
            return FilingStanding.REJECTED;
        }
    }

    /** Ended before its time. */
    record Ended(FilingContent content, Ending ending) implements Filing {

        @Override
        public FilingState state() {
            return ending.cause().state();
        }

        @Override
        public FilingStanding standing() {
            return ending.wasInForce() ? FilingStanding.EXPIRED : FilingStanding.WITHDRAWN;
        }
    }
}
