package io.crosscare.settlement.visit;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.settlement.chain.model.VisitId;
import io.crosscare.settlement.visit.model.Registration;
import io.crosscare.settlement.visit.model.Visit;
import io.crosscare.settlement.visit.model.VisitState;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Which visits of an institution are wanted, the latest first. All that is given decides together; null does not.
 *
 * @param from first of the days on which a visit may begin
 * @param to last of them
 * @param after the last visit of the page before
 */
public record VisitQuery(
        InstitutionCode institution,
        @Nullable PersonId person,
        @Nullable VisitState state,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Place after,
        int limit) {

    /** The order of the list. */
    public static final Comparator<Visit> ORDER = Comparator.comparing(
                    (Visit visit) -> visit.registration().startedOn())
            .thenComparing(visit -> visit.id().value())
            .reversed();

    /** Where a visit stands in the list. */
    public record Place(LocalDate startedOn, VisitId id) {

        public static Place of(Visit visit) {
            return new Place(visit.registration().startedOn(), visit.id());
        }
    }

    /** The last day that is still to come in the list. */
    public @Nullable LocalDate latest() {
        if (after == null) {
            return to;
        }
        return to == null || after.startedOn().isBefore(to) ? after.startedOn() : to;
    }

    /** The page behind a visit. */
    public VisitQuery behind(Visit last) {
        return new VisitQuery(institution, person, state, from, to, Place.of(last), limit);
    }

    /** Whether a visit is wanted. */
    public boolean covers(Visit visit) {
        Registration registration = visit.registration();
        LocalDate day = registration.startedOn();
        return registration.institution().equals(institution)
                && (person == null || registration.person().equals(person))
                && (state == null || visit.state() == state)
                && (from == null || !day.isBefore(from))
                && (to == null || !day.isAfter(to))
                && (after == null || isBehind(visit, after));
    }

    private static boolean isBehind(Visit visit, Place after) {
        int days = visit.registration().startedOn().compareTo(after.startedOn());
        return days < 0 || (days == 0 && visit.id().value().compareTo(after.id().value()) < 0);
    }
}
