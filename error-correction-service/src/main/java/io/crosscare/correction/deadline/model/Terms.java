package io.crosscare.correction.deadline.model;

import io.crosscare.chassis.time.ChinaTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The terms in force by day, the calendar they are counted on, and which reasons and causes are of which kind. What is not named is
 * of kind {@link CaseKind#OTHER}.
 */
public record Terms(
        WorkingCalendar calendar,
        Map<String, CaseKind> kindsByReason,
        Map<String, CaseKind> kindsByCause,
        List<Version> versions) {

    /**
     * Terms in force from a day until the next version's.
     *
     * @param from null: as far back as anybody knows
     */
    public record Version(@Nullable LocalDate from, List<Term> terms) {

        public Version {
            terms = List.copyOf(terms);
            Set<CaseKind> missing = EnumSet.allOf(CaseKind.class);
            terms.forEach(term -> missing.remove(term.kind()));
            if (!missing.isEmpty() || terms.size() != CaseKind.values().length) {
                throw new IllegalArgumentException("every kind has one term");
            }
        }

        Term of(CaseKind kind) {
            return terms.stream()
                    .filter(term -> term.kind() == kind)
                    .findFirst()
                    .orElseThrow();
        }
    }

    public Terms {
        kindsByReason = Map.copyOf(kindsByReason);
        kindsByCause = Map.copyOf(kindsByCause);
        versions = List.copyOf(versions);
        if (versions.isEmpty() || versions.getFirst().from() != null) {
            throw new IllegalArgumentException("the first terms have no first day");
        }
        for (int i = 1; i < versions.size(); i++) {
            LocalDate before = versions.get(i - 1).from();
            LocalDate from = versions.get(i).from();
            if (from == null || (before != null && !before.isBefore(from))) {
                throw new IllegalArgumentException("the terms follow each other day by day");
            }
        }
    }

    /**
     * The kind of a case.
     *
     * @param reason for which it was refused
     * @param cause as it was diagnosed, which says it better; null while it is not
     */
    public CaseKind kindOf(String reason, @Nullable String cause) {
        return cause == null
                ? kindsByReason.getOrDefault(reason, CaseKind.OTHER)
                : kindsByCause.getOrDefault(cause, CaseKind.OTHER);
    }

    /** The version in force on a day. */
    public Version on(LocalDate day) {
        return versions.stream()
                .filter(version -> version.from() == null || !version.from().isAfter(day))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    /** Deadlines of a case that came to an office then; the terms of that day hold to the end. */
    public Dues dues(CaseKind kind, Instant arrivedAt) {
        Term term = on(LocalDate.ofInstant(arrivedAt, ChinaTime.ZONE)).of(kind);
        Instant resolveBy = calendar.closeOfDay(arrivedAt, term.resolveWithinDays());
        Instant respondBy = earlier(calendar.plus(arrivedAt, term.respondWithin()), resolveBy);
        return new Dues(
                later(calendar.minus(respondBy, term.remindBefore()), arrivedAt),
                respondBy,
                later(calendar.minus(resolveBy, term.remindBefore()), arrivedAt),
                resolveBy);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
