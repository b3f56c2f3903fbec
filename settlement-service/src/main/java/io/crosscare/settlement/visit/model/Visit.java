package io.crosscare.settlement.visit.model;

import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.Scope;
import io.crosscare.settlement.chain.model.Unpublished;
import io.crosscare.settlement.chain.model.VisitId;
import io.crosscare.settlement.visit.model.Registration.Request;
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

    VisitFile file();

    /** Entries of this visit whose events have not been published. */
    List<Unpublished> unpublished();

    /** Counts replacements, from 1. */
    long version();

    /** Counts what changed it, from 1: to remember a request that found nothing to do changes nothing. */
    default long revision() {
        return version() - file().idle().size();
    }

    VisitState state();

    default VisitId id() {
        return registration().id();
    }

    /** The settlement is undone: what it covered can be settled again. */
    Visit unsettled(EntryId undone);

    /** The settlement is replaced: what it covered is settled by the adjustment. */
    Visit adjusted(EntryId original, EntryId adjustment);

    /** The same, with a request that found nothing to do. */
    Visit remembering(Request request);

    static Open registered(Registration registration) {
        return new Open(registration, FeeSheet.EMPTY, VisitFile.EMPTY, List.of(), 1);
    }

    /** Takes lines and can be settled. */
    record Open(Registration registration, FeeSheet fees, VisitFile file, List<Unpublished> unpublished, long version)
            implements Visit {

        public Open {
            unpublished = List.copyOf(unpublished);
        }

        @Override
        public VisitState state() {
            return VisitState.OPEN;
        }

        public Open withLines(String chunk, List<VisitLine> lines) {
            return new Open(registration, fees.with(chunk, lines), file, unpublished, version + 1);
        }

        /** Lines are taken back. Where only settled ones are left, the visit is settled. */
        public Visit withoutLines(FeeSheet.Withdrawal withdrawal, VisitAct act) {
            return next(
                    registration,
                    fees.without(withdrawal),
                    file.without(withdrawal.lines(), act),
                    unpublished,
                    version + 1);
        }

        public Open withDiagnoses(List<Diagnosis> diagnoses, VisitAct act) {
            return new Open(registration, fees, file.with(diagnoses, act), unpublished, version + 1);
        }

        public Open changed(Registration corrected, VisitAct act) {
            return new Open(corrected, fees, file.with(act), unpublished, version + 1);
        }

        public Visit discharged(LocalDate day, VisitAct act) {
            return next(registration.withEnd(day), fees, file.with(act), unpublished, version + 1);
        }

        /** The stay goes on. */
        public Open readmitted(VisitAct act) {
            return new Open(registration.withoutEnd(), fees, file.with(act), unpublished, version + 1);
        }

        public Cancelled cancelled(VisitAct act) {
            return new Cancelled(registration, fees, file.with(act), unpublished, version + 1);
        }

        public Settling settling(Marker marker) {
            return new Settling(registration, fees, file, marker, unpublished, version + 1);
        }

        /** The same of a stay, with the lines of that settlement set apart. */
        public Settling settling(Marker marker, FeeSheet.Freezing freezing) {
            return new Settling(registration, fees.frozen(freezing), file, marker, unpublished, version + 1);
        }

        /** As {@link #settled(Scope, Unpublished)}, of a part of the stay whose lines are not set apart yet. */
        public Visit settled(FeeSheet.Freezing freezing, Unpublished entry) {
            Open frozen = new Open(registration, fees.frozen(freezing), file, unpublished, version);
            return Visit.after(frozen, freezing.scope(), entry);
        }

        /** Moves on a visit whose scope is found live in the chain. */
        public Visit settled(Scope scope, Unpublished entry) {
            return Visit.after(this, scope, entry);
        }

        @Override
        public Open unsettled(EntryId undone) {
            return new Open(registration, fees.unsettled(undone), file, unpublished, version + 1);
        }

        @Override
        public Open remembering(Request request) {
            return new Open(registration, fees, file.with(request), unpublished, version + 1);
        }

        @Override
        public Open adjusted(EntryId original, EntryId adjustment) {
            return new Open(registration, fees.adjusted(original, adjustment), file, unpublished, version + 1);
        }
    }

    /** Frozen while one of its scopes is being settled. */
    record Settling(
            Registration registration,
            FeeSheet fees,
            VisitFile file,
            Marker marker,
            List<Unpublished> unpublished,
            long version)
            implements Visit {

        public Settling {
            unpublished = List.copyOf(unpublished);
        }

        @Override
        public VisitState state() {
            return VisitState.SETTLING;
        }

        /** The entry of the marker's key is in the chain. */
        public Visit settled(EntryId entry) {
            return Visit.after(this, marker.scope(), new Unpublished(entry, marker.traceparent()));
        }

        /** The settlement was refused; nothing of it is in the chain. */
        public Open reopened() {
            return new Open(registration, fees.thawed(marker.scope()), file, unpublished, version + 1);
        }

        @Override
        public Settling unsettled(EntryId undone) {
            return new Settling(registration, fees.unsettled(undone), file, marker, unpublished, version + 1);
        }

        @Override
        public Settling remembering(Request request) {
            return new Settling(registration, fees, file.with(request), marker, unpublished, version + 1);
        }

        @Override
        public Settling adjusted(EntryId original, EntryId adjustment) {
            return new Settling(
                    registration, fees.adjusted(original, adjustment), file, marker, unpublished, version + 1);
        }
    }

    /** Everything uploaded is settled, and no stay that goes on. An outpatient visit takes further batches. */
    record Settled(
            Registration registration, FeeSheet fees, VisitFile file, List<Unpublished> unpublished, long version)
            implements Visit {

        public Settled {
            unpublished = List.copyOf(unpublished);
        }

        @Override
        public VisitState state() {
            return VisitState.SETTLED;
        }

        public Open withLines(String chunk, List<VisitLine> lines) {
            return new Open(registration, fees.with(chunk, lines), file, unpublished, version + 1);
        }

        /** The stay goes on: nothing was settled at its end, but everything on the way. */
        public Open readmitted(VisitAct act) {
            return new Open(registration.withoutEnd(), fees, file.with(act), unpublished, version + 1);
        }

        @Override
        public Open unsettled(EntryId undone) {
            return new Open(registration, fees.unsettled(undone), file, unpublished, version + 1);
        }

        @Override
        public Settled remembering(Request request) {
            return new Settled(registration, fees, file.with(request), unpublished, version + 1);
        }

        @Override
        public Settled adjusted(EntryId original, EntryId adjustment) {
            return new Settled(registration, fees.adjusted(original, adjustment), file, unpublished, version + 1);
        }
    }

    /** Registered by mistake: takes nothing more, and its number can be used again. Nothing of it is settled. */
    record Cancelled(
            Registration registration, FeeSheet fees, VisitFile file, List<Unpublished> unpublished, long version)
            implements Visit {

        public Cancelled {
            unpublished = List.copyOf(unpublished);
        }

        @Override
        public VisitState state() {
            return VisitState.CANCELLED;
        }

        /** As it was, where a settlement that another process was still finishing came through after all. */
        public Open reinstated() {
            return new Open(registration, fees, file, unpublished, version);
        }

        @Override
        public Cancelled unsettled(EntryId undone) {
            return new Cancelled(registration, fees.unsettled(undone), file, unpublished, version + 1);
        }

        @Override
        public Cancelled remembering(Request request) {
            return new Cancelled(registration, fees, file.with(request), unpublished, version + 1);
        }

        @Override
        public Cancelled adjusted(EntryId original, EntryId adjustment) {
            return new Cancelled(registration, fees.adjusted(original, adjustment), file, unpublished, version + 1);
        }
    }

    private static Visit after(Visit visit, Scope scope, Unpublished entry) {
        List<Unpublished> unpublished = new ArrayList<>(visit.unpublished());
        if (!unpublished.contains(entry)) {
            unpublished.add(entry);
        }
        return next(
                visit.registration(),
                visit.fees().settled(scope, entry.entry()),
                visit.file(),
                unpublished,
                visit.version() + 1);
    }

    private static Visit next(
            Registration registration, FeeSheet fees, VisitFile file, List<Unpublished> unpublished, long version) {
        return fees.isAllSettled() && !registration.isOpenStay()
                ? new Settled(registration, fees, file, unpublished, version)
                : new Open(registration, fees, file, unpublished, version);
    }
}
