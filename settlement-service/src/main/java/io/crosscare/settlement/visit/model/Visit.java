package io.crosscare.settlement.visit.model;

import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.Scope;
import io.crosscare.settlement.chain.model.Unpublished;
import io.crosscare.settlement.chain.model.VisitId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A visit: one class per state, and each transition on the state that has it. Stored as one document and replaced only at the
 * version it was read at, so that of two transitions one happens.
 */
public sealed interface Visit {

    Registration registration();

    FeeSheet fees();

    /** Entries of this visit whose events have not been published. */
    List<Unpublished> unpublished();

    /** Counts replacements, from 1. */
    long version();

    default VisitId id() {
        return registration().id();
    }

    /** The settlement is undone: what it covered can be settled again. */
    Visit unsettled(EntryId undone);

    /** The settlement is replaced: what it covered is settled by the adjustment. */
    Visit adjusted(EntryId original, EntryId adjustment);

    static Open registered(Registration registration) {
        return new Open(registration, FeeSheet.EMPTY, List.of(), 1);
    }

    /** Takes lines and can be settled. */
    record Open(Registration registration, FeeSheet fees, List<Unpublished> unpublished, long version)
            implements Visit {

        public Open {
            unpublished = List.copyOf(unpublished);
        }

        public Open withLines(String chunk, List<VisitLine> lines) {
            return new Open(registration, fees.with(chunk, lines), unpublished, version + 1);
        }

        public Open discharged(LocalDate day) {
            return new Open(registration.withEnd(day), fees, unpublished, version + 1);
        }

        public Settling settling(Marker marker) {
            return new Settling(registration, fees, marker, unpublished, version + 1);
        }

        /** Moves on a visit whose scope is found live in the chain. */
        public Visit settled(Scope scope, Unpublished entry) {
            return Visit.after(this, scope, entry);
        }

        @Override
        public Open unsettled(EntryId undone) {
            return new Open(registration, fees.unsettled(undone), unpublished, version + 1);
        }

        @Override
        public Open adjusted(EntryId original, EntryId adjustment) {
            return new Open(registration, fees.adjusted(original, adjustment), unpublished, version + 1);
        }
    }

    /** Frozen while one of its scopes is being settled. */
    record Settling(
            Registration registration, FeeSheet fees, Marker marker, List<Unpublished> unpublished, long version)
            implements Visit {

        public Settling {
            unpublished = List.copyOf(unpublished);
        }

        /** The entry of the marker's key is in the chain. */
        public Visit settled(EntryId entry) {
            return Visit.after(this, marker.scope(), new Unpublished(entry, marker.traceparent()));
        }

        /** The settlement was refused; nothing of it is in the chain. */
        public Open reopened() {
            return new Open(registration, fees, unpublished, version + 1);
        }

        @Override
        public Settling unsettled(EntryId undone) {
            return new Settling(registration, fees.unsettled(undone), marker, unpublished, version + 1);
        }

        @Override
        public Settling adjusted(EntryId original, EntryId adjustment) {
            return new Settling(registration, fees.adjusted(original, adjustment), marker, unpublished, version + 1);
        }
    }

    /** Everything uploaded is settled. An outpatient visit takes further batches. */
    record Settled(Registration registration, FeeSheet fees, List<Unpublished> unpublished, long version)
            implements Visit {

        public Settled {
            unpublished = List.copyOf(unpublished);
        }

        public Open withLines(String chunk, List<VisitLine> lines) {
            return new Open(registration, fees.with(chunk, lines), unpublished, version + 1);
        }

        @Override
        public Open unsettled(EntryId undone) {
            return new Open(registration, fees.unsettled(undone), unpublished, version + 1);
        }

        @Override
        public Settled adjusted(EntryId original, EntryId adjustment) {
            return new Settled(registration, fees.adjusted(original, adjustment), unpublished, version + 1);
        }
    }

    private static Visit after(Visit visit, Scope scope, Unpublished entry) {
        FeeSheet fees = visit.fees().settled(scope, entry.entry());
        List<Unpublished> unpublished = new ArrayList<>(visit.unpublished());
        if (!unpublished.contains(entry)) {
            unpublished.add(entry);
        }
        long version = visit.version() + 1;
        return fees.isAllSettled()
                ? new Settled(visit.registration(), fees, unpublished, version)
                : new Open(visit.registration(), fees, unpublished, version);
    }
}
