package io.crosscare.registry.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change of an institution: what it is since, who said so, when and why. Never altered; all of them in their order are the
 * institution's history.
 *
 * @param institution as it is since
 * @param version of the institution since, 1 with the first
 * @param fields what is different
 * @param effectiveFrom the day from which it holds, as whoever recorded it says
 * @param by account of who recorded it
 * @param role what that account is
 * @param reason null where none was given
 */
public record InstitutionChange(
        ChangeKind kind,
        Institution institution,
        long version,
        List<FieldDifference> fields,
        LocalDate effectiveFrom,
        String by,
        String role,
        @Nullable String reason,
        Instant at) {

    public InstitutionChange {
        fields = List.copyOf(fields);
    }
}
